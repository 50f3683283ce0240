import { Button, ErrorState, Facts, Section, SelectField, TextField } from '@sos/platform-ui';
import { useState } from 'react';
import styles from './profile.module.css';
import type { Me } from './ProfilePage';
import { useEditProfile } from './useEditProfile';

const languages = [
  { value: 'EN', label: 'English' },
  { value: 'ES', label: 'Español' },
];

export const AboutYou = ({ me }: { me: Me }) => {
  const [fullName, setFullName] = useState(me.person.fullName);
  const [jobTitle, setJobTitle] = useState(me.person.jobTitle);
  const [language, setLanguage] = useState<Me['profile']['language']>(me.profile.language);
  const { save, isBusy, problems, trouble } = useEditProfile();
  return (
    <Section title="About you">
      <form
        className={styles.form}
        noValidate
        aria-label="About you"
        onSubmit={(event) => {
          event.preventDefault();
          void save({ fullName, jobTitle, language });
        }}
      >
        {trouble && <ErrorState title="Nothing was changed." body={trouble.message} reference={trouble.reference} />}
        <TextField
          id="profile-fullName"
          label="Name"
          autoComplete="name"
          value={fullName}
          onChange={setFullName}
          error={problems['fullName']}
        />
        <TextField
          id="profile-jobTitle"
          label="Job title"
          optional
          autoComplete="organization-title"
          value={jobTitle}
          onChange={setJobTitle}
          error={problems['jobTitle']}
        />
        <SelectField
          label="Language you prefer"
          hint="Messages about signing in come in it. The hub’s pages are in English so far."
          options={languages}
          value={language}
          onChange={(value) => setLanguage(value === 'ES' ? 'ES' : 'EN')}
        />
        <div className={styles.buttons}>
          <Button variant="primary" type="submit" busy={isBusy}>
            {isBusy ? 'Saving changes' : 'Save changes'}
          </Button>
        </div>
      </form>
      <Facts
        rows={[
          { label: 'Address at work', value: me.person.email },
          { label: 'Changed by', value: 'The staff of the workgroup: sign-in links go there.' },
        ]}
      />
    </Section>
  );
};
