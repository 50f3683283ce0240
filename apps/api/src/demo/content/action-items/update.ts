import type { Day, UpdateContent } from '../content.types';

/** One line of an item's history, on one line of the file. */
export const update = (
  day: Day,
  by: string,
  status: UpdateContent['status'],
  note: string,
  rest: Pick<UpdateContent, 'evidenceUrl' | 'helpWantedFrom'> = {},
): UpdateContent => ({ day, by, status, note, ...rest });
