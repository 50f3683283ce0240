import { useHotkeys } from '@sos/platform-web';
import { useRef } from 'react';

/** J and K go through the rows of a table by their links. */
export const useRowFocus = () => {
  const place = useRef<HTMLDivElement>(null);
  const move = (by: 1 | -1) => {
    const links = [...(place.current?.querySelectorAll<HTMLElement>('[role=rowheader] a') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = at === -1 ? links[0] : links[at + by];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  useHotkeys({ j: () => move(1), k: () => move(-1) });
  return place;
};
