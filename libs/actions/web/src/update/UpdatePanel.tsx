import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { Button, formatShortDate, FormPanel, LastWord, PanelFoot, StatusRadios } from '@sos/platform-ui';
import { useViewer } from '@sos/platform-web';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { StaleUpdate } from './StaleUpdate';
import { UpdateFields } from './UpdateFields';
import styles from './UpdatePanel.module.css';
import { UpdateTrouble } from './UpdateTrouble';
import { useUpdateForm } from './useUpdateForm';

export const UpdatePanelFragment = graphql(`
  fragment UpdatePanel on ActionItem {
    id
    reference
    title
    status
    version
    latestUpdate {
      postedAt
      note
      author {
        id
        fullName
      }
    }
    openHelpRequests {
      id
      agency {
        id
        shortName
      }
    }
  }
`);

export type UpdatePanelProps = {
  item: FragmentType<typeof UpdatePanelFragment>;
  /** False while it waits open for a person who has not asked for it. */
  takesFocus?: boolean;
  onPosted: () => void;
  onClose: () => void;
  /** When several are updated one after the other: "1 of 6", and the way past this one. */
  step?: { words: string; onSkip: () => void };
};

/** Status, one sentence, post. A draft is kept for each item, so that closing loses nothing. */
export const UpdatePanel = ({ item, takesFocus = true, onPosted, onClose, step }: UpdatePanelProps) => {
  const viewer = useViewer();
  const { data } = useSuspenseFragment({ fragment: UpdatePanelFragment, from: item });
  const form = useRef<HTMLFormElement>(null);
  const { values, change, keptNote, clear, problems, trouble, isPosting, isOnline, post, send } = useUpdateForm(
    data,
    onPosted,
  );
  useEffect(() => {
    if (takesFocus) form.current?.querySelector<HTMLInputElement>('input[type=radio]:checked')?.focus();
  }, [takesFocus]);

  const submit = async () => {
    const found = isPosting ? {} : await (trouble?.kind === 'stale' ? send(trouble.current.version) : post());
    if (found['note']) form.current?.querySelector('textarea')?.focus();
    else if (found['evidenceUrl']) form.current?.querySelector<HTMLInputElement>('input[type=url]')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void submit();
    }
  };
  const discard = () => {
    clear();
    onClose();
  };
  const last = data.latestUpdate;
  return (
    <FormPanel
      ref={form}
      aria-label={`Update: ${data.title}`}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {trouble?.kind === 'stale' ? (
        <StaleUpdate {...trouble} isPosting={isPosting} onPostAnyway={() => void submit()} onDiscard={discard} />
      ) : (
        last && (
          <LastWord
            by={`${formatShortDate(last.postedAt)}, ${last.author.id === viewer.person.id ? 'you' : last.author.fullName}`}
          >
            {last.note}
          </LastWord>
        )
      )}
      <StatusRadios name={`status-${data.reference}`} value={values.status} onChange={(status) => change({ status })} />
      <UpdateFields values={values} change={change} problems={problems} openHelpRequests={data.openHelpRequests} />
      {trouble?.kind === 'failed' && <UpdateTrouble failure={trouble.failure} isOnline={isOnline} />}
      {trouble?.kind === 'refused' && (
        <p className={styles.refused} role="alert">
          {trouble.message}
        </p>
      )}
      <PanelFoot end={[step?.words, keptNote].filter(Boolean).join(' · ')}>
        {trouble?.kind !== 'stale' && (
          <Button type="submit" variant="primary" shortcut="Ctrl+Enter" busy={isPosting}>
            Post update
          </Button>
        )}
        {step && <Button onClick={step.onSkip}>Skip</Button>}
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
      </PanelFoot>
    </FormPanel>
  );
};
