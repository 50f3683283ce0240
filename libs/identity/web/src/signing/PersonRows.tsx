import { Button, Ledger, LedgerRow } from '@sos/platform-ui';
import type { DemonstrationPersonsQuery } from '@sos/platform-contract';
import styles from './signing.module.css';
import { whatTheyCanDo } from './whatTheyCanDo';

export type Candidate = DemonstrationPersonsQuery['demonstrationPersons'][number];
export type ChoosingProps = {
  persons: readonly Candidate[];
  onChoose: (personId: string) => void;
  /** The person who is being signed in. */
  busyWith: string | null;
};

export const PersonRows = ({ persons, onChoose, busyWith }: ChoosingProps) => (
  <Ledger>
    {persons.map((person) => (
      <LedgerRow
        key={person.id}
        margin={<abbr title={person.agencyName}>{person.agencyAbbreviation}</abbr>}
        title={person.fullName}
        meta={
          <>
            <span>
              {person.jobTitle}, {person.agencyName}
            </span>
            {person.demonstrationRole && <span className={styles.role}>{whatTheyCanDo(person.demonstrationRole)}</span>}
          </>
        }
        action={
          <Button
            size="s"
            aria-label={`Sign in as ${person.fullName}`}
            busy={busyWith !== null}
            onClick={() => onChoose(person.id)}
          >
            {busyWith === person.id ? 'Signing in' : 'Sign in'}
          </Button>
        }
      />
    ))}
  </Ledger>
);
