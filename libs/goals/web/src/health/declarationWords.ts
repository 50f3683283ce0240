import { formatDate } from '@sos/platform-ui';
import { dayWithin, type Declaration } from './standing';

type Reader = { today: string; viewerId: string };

export const declarerOf = ({ declaredBy }: Declaration, viewerId: string): string =>
  declaredBy.id === viewerId ? 'You' : declaredBy.fullName;

/** "You, Sep 24", "No word since Aug 27", "Not yet" */
export const declaredNote = (declaration: Declaration | null, { today, viewerId }: Reader): string => {
  if (!declaration) return 'Not yet';
  const day = dayWithin(declaration.declaredAt, today);
  return declaration.hasLapsed ? `No word since ${day}` : `${declarerOf(declaration, viewerId)}, ${day}`;
};

/** "Speaks until Nov 23", "Spoke until Oct 26" */
export const lapseNote = ({ lapsesOn, hasLapsed }: Declaration, today: string): string =>
  `${hasLapsed ? 'Spoke' : 'Speaks'} until ${dayWithin(lapsesOn, today)}`;

/** A declaration speaks for this long. */
const declarationDays = 60;

/** The last day that a declaration made today speaks for. */
export const lapseOf = (today: string): string =>
  formatDate(new Date(Date.parse(`${today}T00:00:00Z`) + declarationDays * 86_400_000).toISOString().slice(0, 10));
