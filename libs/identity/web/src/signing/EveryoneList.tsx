import { countOf, EmptyState, LiveRegion, ShowMore, TextField } from '@sos/platform-ui';
import { useState } from 'react';
import { type Candidate, type ChoosingProps, PersonRows } from './PersonRows';
import styles from './signing.module.css';

const pageSize = 10;

const matches = (person: Candidate, text: string): boolean =>
  [person.fullName, person.jobTitle, person.agencyName, person.agencyAbbreviation]
    .join(' ')
    .toLowerCase()
    .includes(text);

export const EveryoneList = ({ persons, ...choosing }: ChoosingProps) => {
  const [text, setText] = useState('');
  const [shownCount, setShownCount] = useState(pageSize);
  const wanted = text.trim().toLowerCase();
  // Without words, those who stand in the list above are left out.
  const found = persons.filter((person) =>
    wanted === '' ? person.demonstrationRole === null : matches(person, wanted),
  );
  return (
    <>
      <div className={styles.filter}>
        <TextField
          label="Find a person"
          type="search"
          hint="By name, job title or agency"
          value={text}
          onChange={setText}
        />
      </div>
      <LiveRegion>{wanted && countOf(found.length, 'person', 'people')}</LiveRegion>
      {found.length === 0 ? (
        <EmptyState icon="search" title="Nobody matches." body="Try fewer letters, or the agency's acronym." />
      ) : (
        <>
          <PersonRows {...choosing} persons={found.slice(0, shownCount)} />
          <ShowMore
            shown={Math.min(shownCount, found.length)}
            total={found.length}
            what="people"
            onMore={shownCount < found.length ? () => setShownCount(shownCount + pageSize) : null}
          />
        </>
      )}
    </>
  );
};
