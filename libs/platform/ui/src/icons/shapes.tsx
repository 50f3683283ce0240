import type { ReactNode } from 'react';

/** Line drawings on a 20 unit square: navigation, acts and things. */
export const lines = {
  inbox: <path d="M3 11h3.5l1.2 2.5h4.6L13.5 11H17M3 11l2-6.5h10l2 6.5v5H3z" />,
  goal: <path d="M5 17.5v-14M5 4h9.5l-2 3.25 2 3.25H5" />,
  subGroups: (
    <>
      <circle cx="7.5" cy="8" r="4.5" />
      <circle cx="12.5" cy="8" r="4.5" />
      <circle cx="10" cy="12.5" r="4.5" />
    </>
  ),
  meeting: <path d="M3.5 5.5h13v11h-13zM3.5 9h13M7 3.5V7M13 3.5V7" />,
  data: (
    <>
      <ellipse cx="10" cy="5" rx="6" ry="2.25" />
      <path d="M4 5v10c0 1.25 2.7 2.25 6 2.25s6-1 6-2.25V5M4 10c0 1.25 2.7 2.25 6 2.25s6-1 6-2.25" />
    </>
  ),
  place: (
    <>
      <path d="M10 17.5s5.5-4.7 5.5-9.2a5.5 5.5 0 0 0-11 0c0 4.5 5.5 9.2 5.5 9.2z" />
      <circle cx="10" cy="8.25" r="1.75" />
    </>
  ),
  person: (
    <>
      <circle cx="10" cy="7" r="3" />
      <path d="M4 17c.6-3.2 3-5 6-5s5.4 1.8 6 5" />
    </>
  ),
  search: (
    <>
      <circle cx="9" cy="9" r="5" />
      <path d="m13 13 4 4" />
    </>
  ),
  bell: <path d="M5 13.5V9a5 5 0 0 1 10 0v4.5l1.5 1.5h-13zM8.25 17h3.5" />,
  contrast: (
    <>
      <circle cx="10" cy="10" r="6.5" />
      <path d="M10 3.5v13a6.5 6.5 0 0 0 0-13z" fill="currentColor" />
    </>
  ),
  menu: <path d="M3.5 6h13M3.5 10h13M3.5 14h13" />,
  close: <path d="m6 6 8 8M14 6l-8 8" />,
  filter: <path d="M4 6h12M6.5 10h7M8.5 14h3" />,
  key: (
    <>
      <circle cx="6.5" cy="13.5" r="3" />
      <path d="m8.7 11.3 7.3-7.3M13.5 6.5l2 2" />
    </>
  ),
  unlocked: <path d="M5 9.5h10v7H5zM7 9.5v-3a3 3 0 0 1 5.8-1" />,
  locked: <path d="M5 9.5h10v7H5zM7 9.5V7a3 3 0 0 1 6 0v2.5" />,
  download: <path d="M10 3.5v9M6.5 9.5 10 13l3.5-3.5M4 16.5h12" />,
  hand: (
    <path d="M6.5 11V5.5a1.2 1.2 0 0 1 2.4 0V9M8.9 9V4.2a1.2 1.2 0 0 1 2.4 0V9M11.3 9V5.5a1.2 1.2 0 0 1 2.4 0V12c0 3.2-1.7 5-4.2 5-2.3 0-3.4-1-4.7-3.2l-1.5-2.6c-.7-1.2 1-2.1 1.9-1l1.3 1.6" />
  ),
  shared: (
    <>
      <circle cx="10" cy="5" r="2" />
      <circle cx="5" cy="14.5" r="2" />
      <circle cx="15" cy="14.5" r="2" />
      <path d="m9 6.8-3 5.9M11 6.8l3 5.9M7 14.5h6" />
    </>
  ),
  list: <path d="M4 6h12M4 10h12M4 14h12" />,
  board: <path d="M3.5 4.5H7v11H3.5zM8.25 4.5h3.5v7h-3.5zM13 4.5h3.5v9H13z" />,
  chevronDown: <path d="m5.5 8 4.5 4.5L14.5 8" />,
  chevronUp: <path d="m5.5 12 4.5-4.5 4.5 4.5" />,
  chevronLeft: <path d="M12 5.5 7.5 10l4.5 4.5" />,
  chevronRight: <path d="M8 5.5 12.5 10 8 14.5" />,
  task: <path d="M4.5 4h11v12.5h-11zM7 9.5l2 2 4-4" />,
  information: (
    <>
      <circle cx="10" cy="10" r="6.5" />
      <path d="M10 9.5V13M10 6.8v.1" />
    </>
  ),
  retry: <path d="M15.5 10a5.5 5.5 0 1 1-1.7-4M15.5 3.5V7H12" />,
  offline: (
    <path d="M3 3l14 14M6.2 10.7A6 6 0 0 1 8 9.6M12.5 9.8a6 6 0 0 1 1.3.9M3.5 8A10 10 0 0 1 6 6.3M9.5 5.2A10 10 0 0 1 16.5 8M10 14.5v.1" />
  ),
  pencil: <path d="m4 16 .8-3.3L13 4.5 15.5 7l-8.2 8.2zM11.5 6 14 8.5" />,
  chart: <path d="M3.5 3.5v13h13M6.5 12.5 9.5 9.5l2.5 2 4-5" />,
  table: <path d="M3.5 4.5h13v11h-13zM3.5 8.5h13M8.5 8.5v7" />,
  plus: <path d="M10 4.5v11M4.5 10h11" />,
  external: <path d="M8 5H4.5v10.5H15V12M11 4.5h4.5V9M15.5 4.5 9 11" />,
} satisfies Record<string, ReactNode>;

/** Solid glyphs on a 14 unit square: they stand in statuses, where shape has to carry without colour. */
export const glyphs = {
  check: <path d="M5.3 11.3 1.7 7.7l1.5-1.5 2.1 2.1 5.5-5.6 1.5 1.5z" />,
  dash: <path d="M2.5 6.2h9v1.6h-9z" />,
  exclamation: <path d="M5.9.8h2.2l-.3 8H6.2zM5.9 10.8h2.2V13H5.9z" />,
  ring: (
    <path
      fillRule="evenodd"
      d="M7 .5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zm0 1.7a4.8 4.8 0 1 0 0 9.6 4.8 4.8 0 0 0 0-9.6z"
    />
  ),
  halfDisc: (
    <path
      fillRule="evenodd"
      transform="rotate(180 7 7)"
      d="M7 .5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zm0 1.7v9.6A4.8 4.8 0 0 0 7 2.2z"
    />
  ),
  octagon: <path fillRule="evenodd" d="M4.2.2h5.6l4 4v5.6l-4 4H4.2l-4-4V4.2zM3.5 6v2h7V6z" />,
  disc: <circle cx="7" cy="7" r="6.5" />,
  triangle: <path fillRule="evenodd" d="M7 .8 13.7 12.7H.3zM6.2 5v4h1.6V5zm0 4.9v1.6h1.6V9.9z" />,
  clock: (
    <path
      fillRule="evenodd"
      d="M7 .5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zm0 1.6a4.9 4.9 0 1 0 0 9.8 4.9 4.9 0 0 0 0-9.8zM6.3 3.8h1.5v3l1.9 1.3-.8 1.3-2.6-1.8z"
    />
  ),
  speech: <path fillRule="evenodd" d="M1 2h12v8.5H7.2L3.8 13.3v-2.8H1zM2.5 3.5V9h2.8v1.1L6.6 9h4.9V3.5z" />,
  coverageHalf: <path fillRule="evenodd" d="M7 1a6 6 0 1 1 0 12A6 6 0 0 1 7 1zm0 1.6v8.8A4.4 4.4 0 0 0 7 2.6z" />,
} satisfies Record<string, ReactNode>;
