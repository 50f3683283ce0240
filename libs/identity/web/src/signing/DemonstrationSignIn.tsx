import { useSuspenseQuery } from '@apollo/client/react';
import { ErrorState, PageHeader, Section } from '@sos/platform-ui';
import { graphql } from '@sos/platform-contract';
import { usePage, useViewerIfSignedIn } from '@sos/platform-web';
import { EveryoneList } from './EveryoneList';
import { PersonRows } from './PersonRows';
import { SessionEndedNote } from './SessionEndedNote';
import styles from './signing.module.css';
import { useSignInAs } from './useSignInAs';

export const DemonstrationPersonsQuery = graphql(`
  query DemonstrationPersons {
    demonstrationPersons {
      id
      fullName
      jobTitle
      agencyName
      agencyAbbreviation
      demonstrationRole
    }
  }
`);

export const DemonstrationSignIn = () => {
  const { data } = useSuspenseQuery(DemonstrationPersonsQuery);
  const viewer = useViewerIfSignedIn();
  const { signInAs, busyWith, problem } = useSignInAs();
  usePage({ title: 'Sign in' });
  const persons = data.demonstrationPersons;
  const shown = { onChoose: signInAs, busyWith };
  return (
    <>
      <PageHeader
        width="narrow"
        title="Sign in"
        lede={
          viewer
            ? `You are signed in as ${viewer.person.fullName}. Choose another person to see the hub as they see it.`
            : 'This is a demonstration. Choose a person to see the hub as they see it; no password is needed.'
        }
      />
      <div className={styles.sections}>
        <SessionEndedNote />
        {problem && <ErrorState title="You are not signed in." body={problem.message} reference={problem.reference} />}
        <Section title="Good ones to begin with">
          <PersonRows {...shown} persons={persons.filter((person) => person.demonstrationRole !== null)} />
        </Section>
        <Section title="Everyone else">
          <EveryoneList {...shown} persons={persons} />
        </Section>
      </div>
    </>
  );
};
