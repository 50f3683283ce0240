import { useMutation } from '@apollo/client/react';
import type { PostUpdateMutation as Answer, UpdatePanelFragment } from '@sos/platform-contract';
import { useToast } from '@sos/platform-ui';
import { type Failure, type FieldProblems, readFailure, readResult, useOnline, wasDoneBefore } from '@sos/platform-web';
import { useState } from 'react';
import { PostUpdateMutation } from './PostUpdateMutation';
import { refreshItems } from './refreshItems';
import { problemsOf } from './updateValues';
import { useUpdateDraft } from './useUpdateDraft';

type UpdateItem = Pick<UpdatePanelFragment, 'id' | 'reference' | 'status' | 'version' | 'latestUpdate'>;
export type CurrentItem = Extract<Answer['postUpdate'], { __typename: 'StaleActionItemRefusal' }>['current'];

/** Why the update is not posted. The text stays where it is in every case. */
export type Trouble =
  | { kind: 'stale'; current: CurrentItem; lastSeenAt: string | null }
  | { kind: 'refused'; message: string }
  | { kind: 'failed'; failure: Failure };

export const useUpdateForm = (item: UpdateItem, onPosted: () => void) => {
  // What the person saw when they began; the cache may learn of a newer version at any time.
  const [seen] = useState({ version: item.version, postedAt: item.latestUpdate?.postedAt ?? null });
  const { values, change, keptNote, intent, clear } = useUpdateDraft(item.reference, item.status);
  const [problems, setProblems] = useState<FieldProblems>({});
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [mutate, { loading, client }] = useMutation(PostUpdateMutation);
  const isOnline = useOnline();
  const toast = useToast();

  const send = async (expectedVersion: number): Promise<FieldProblems> => {
    const found = problemsOf(values);
    setProblems(found);
    if (Object.keys(found).length > 0) return found;
    if (!isOnline) {
      setTrouble({ kind: 'failed', failure: offline });
      return {};
    }
    // Said again, an alert must be a new one; the notice of a newer version stays, for it has the focus.
    if (trouble?.kind !== 'stale') setTrouble(null);
    try {
      const { data } = await mutate({
        variables: {
          input: {
            actionItemId: item.id,
            expectedVersion,
            status: values.status,
            note: values.note.trim(),
            evidenceUrl: values.evidenceUrl.trim() || null,
            helpWantedAgencyIds: values.helpWantedAgencyIds,
          },
        },
        context: intent.context,
      });
      if (!data) return {};
      const outcome = readResult(data.postUpdate, 'PostUpdateSuccess');
      if (outcome.succeeded) {
        clear();
        toast({ message: 'Update posted' });
        onPosted();
        void refreshItems(client);
        return {};
      }
      if (outcome.refusal.__typename === 'StaleActionItemRefusal')
        setTrouble({ kind: 'stale', current: outcome.refusal.current, lastSeenAt: seen.postedAt });
      else if (wasDoneBefore(outcome.fields)) {
        // Their own earlier try was posted: sent as another act, it is met as a newer version.
        intent.renew();
        return send(expectedVersion);
      } else if (Object.keys(outcome.fields).length > 0) setProblems(outcome.fields);
      else setTrouble({ kind: 'refused', message: outcome.message });
      return outcome.fields;
    } catch (error) {
      setTrouble({ kind: 'failed', failure: readFailure(error) });
      return {};
    }
  };

  const post = () => send(seen.version);
  return { values, change, keptNote, clear, problems, trouble, isPosting: loading, isOnline, post, send };
};

const offline: Failure = { kind: 'offline', message: '', reference: null };
