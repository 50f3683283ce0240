import type { WorkStatus } from '@sos/platform-ui';

export type UpdateValues = {
  status: WorkStatus;
  note: string;
  evidenceUrl: string;
  helpWantedAgencyIds: string[];
};

export const longestNote = 500;

/** What the hub would refuse anyway, said before it is asked. */
export const problemsOf = ({ note, evidenceUrl }: UpdateValues): Record<string, string> => {
  const problems: Record<string, string> = {};
  const length = [...note.trim()].length;
  if (length === 0) problems['note'] = 'Write one sentence on what changed.';
  if (length > longestNote)
    problems['note'] = `Shorten it to ${longestNote} characters. It has ${length.toLocaleString('en-US')}.`;
  if (evidenceUrl.trim() !== '' && !isWebAddress(evidenceUrl.trim()))
    problems['evidenceUrl'] = 'Enter an address that begins with https://.';
  return problems;
};

const isWebAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** What a kept draft says, as far as it can be read. */
export const readDraft = (text: string): Partial<UpdateValues> => {
  try {
    const kept: unknown = JSON.parse(text || '{}');
    return typeof kept === 'object' && kept !== null ? (kept as Partial<UpdateValues>) : {};
  } catch {
    return {};
  }
};
