import { wordingRules } from '@sos/goals-web';
import { Button, SuggestWording, TextField } from '@sos/platform-ui';
import type { FieldProblems } from '@sos/platform-web';
import { useState } from 'react';
import { HelpWantedField } from './HelpWantedField';
import styles from './UpdatePanel.module.css';
import { longestNote, type UpdateValues } from './updateValues';

type UpdateFieldsProps = {
  values: UpdateValues;
  change: (changes: Partial<UpdateValues>) => void;
  problems: FieldProblems;
  openHelpRequests: readonly { agency: { id: string } }[];
};

/** The sentence; help and a link come when they are wanted. */
export const UpdateFields = ({ values, change, problems, openHelpRequests }: UpdateFieldsProps) => {
  const [asksForHelp, setAsksForHelp] = useState(false);
  const [addsLink, setAddsLink] = useState(false);
  const showsHelp = asksForHelp || values.status === 'BLOCKED' || values.helpWantedAgencyIds.length > 0;
  const showsLink = addsLink || values.evidenceUrl !== '' || problems['evidenceUrl'] !== undefined;
  const length = [...values.note].length;
  return (
    <>
      <SuggestWording
        label="What changed, in a sentence"
        value={values.note}
        onChange={(note) => change({ note })}
        suggestions={wordingRules}
        error={problems['note']}
        hint={length > longestNote - 100 ? `${length} of ${longestNote} characters` : undefined}
      />
      {showsHelp && (
        <HelpWantedField
          value={values.helpWantedAgencyIds}
          onChange={(helpWantedAgencyIds) => change({ helpWantedAgencyIds })}
          askedAgencyIds={openHelpRequests.map(({ agency }) => agency.id)}
          error={problems['helpWantedAgencyIds']}
        />
      )}
      {showsLink && (
        <TextField
          label="Link to evidence"
          optional
          type="url"
          placeholder="https://"
          autoFocus={addsLink}
          value={values.evidenceUrl}
          onChange={(evidenceUrl) => change({ evidenceUrl })}
          error={problems['evidenceUrl']}
        />
      )}
      {!(showsHelp && showsLink) && (
        <div className={styles.extras}>
          {!showsHelp && (
            <Button size="s" variant="subtle" icon="hand" onClick={() => setAsksForHelp(true)}>
              Ask for help
            </Button>
          )}
          {!showsLink && (
            <Button size="s" variant="subtle" icon="plus" onClick={() => setAddsLink(true)}>
              Add a link
            </Button>
          )}
        </div>
      )}
    </>
  );
};
