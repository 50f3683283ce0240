import { useDraft } from '@sos/platform-web';
import { useState } from 'react';
import type { WorkStatus } from '@sos/platform-ui';
import { readDraft, type UpdateValues } from './updateValues';

/** What the person has entered for one item; kept on this computer until it is posted. */
export const useUpdateDraft = (reference: string, status: WorkStatus) => {
  const { text, setText, keptNote, intent, clear } = useDraft(`update:${reference}`);
  // The status at opening: when somebody else changes the item meanwhile, the choice must not move by itself.
  const [untouched] = useState<UpdateValues>({ status, note: '', evidenceUrl: '', helpWantedAgencyIds: [] });
  const values = { ...untouched, ...readDraft(text) };
  const change = (changes: Partial<UpdateValues>) => {
    const next = { ...values, ...changes };
    setText(JSON.stringify(next) === JSON.stringify(untouched) ? '' : JSON.stringify(next));
  };
  return { values, change, keptNote, intent, clear };
};
