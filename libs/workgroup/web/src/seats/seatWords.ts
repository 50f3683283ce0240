import { formatDate, formatShortDate } from '@sos/platform-ui';

/** Behind a name: ", chair". Members are the rule and go unnamed. */
export const roleBehindName = { CHAIR: 'chair', CO_CHAIR: 'co-chair', MEMBER: undefined } as const;
export const roleWord = { CHAIR: 'Chair', CO_CHAIR: 'Co-chair', MEMBER: 'Member' } as const;

type Term = { startsOn: string; endsOn: string | null };

/** "Sep 1", and with its year once that is another one. */
const dayWithin = (day: string, today: string) =>
  day.slice(0, 4) === today.slice(0, 4) ? formatShortDate(day) : formatDate(day);

export const vacancyWords = ({ startsOn }: Term, today: string): string => `Vacant since ${dayWithin(startsOn, today)}`;

/** "Mar 8, 2025 to Jun 30, 2027", "Since Mar 8, 2025" */
export const termWords = ({ startsOn, endsOn }: Term): string =>
  endsOn ? `${formatDate(startsOn)} to ${formatDate(endsOn)}` : `Since ${formatDate(startsOn)}`;

export const termEndWords = ({ endsOn }: Term): string =>
  endsOn ? `Term ends ${formatDate(endsOn)}` : 'No end of term';
