import { formatDate } from '@sos/platform-ui';

export const agencyKindWord = {
  STATE: 'state agency',
  LOCAL: 'local agency',
  FEDERAL: 'federal agency',
  NON_GOVERNMENT: 'organization outside government',
} as const;

export const seatRoleWord = { CHAIR: 'Chair', CO_CHAIR: 'Co-chair', MEMBER: 'Member' } as const;

/** "Since Jan 5, 2026", "Since Jan 5, 2026, until Dec 31, 2027"; a term that is over: "Jan 5, 2024 to Dec 31, 2025". */
export const termWords = (seat: { startsOn: string; endsOn: string | null }, today: string): string => {
  if (!seat.endsOn) return `Since ${formatDate(seat.startsOn)}`;
  return seat.endsOn < today
    ? `${formatDate(seat.startsOn)} to ${formatDate(seat.endsOn)}`
    : `Since ${formatDate(seat.startsOn)}, until ${formatDate(seat.endsOn)}`;
};
