import type { ReactNode } from 'react';
import { Icon } from '../icons/Icon';
import { classes } from '../words/classes';
import styles from './Person.module.css';

export const Initials = ({ children, vacant }: { children?: string; vacant?: boolean }) => (
  <span className={classes(styles.square, vacant && styles.vacant)} aria-hidden="true">
    {vacant ? <Icon name="plus" /> : children}
  </span>
);

export type PersonLineProps = {
  initials?: string;
  name: ReactNode;
  /** Behind the name: ", chair". */
  role?: ReactNode;
  affiliation?: ReactNode;
  detail?: ReactNode;
  /** A seat that nobody holds: a dashed square. */
  vacant?: boolean;
};

export const PersonLine = ({ initials, name, role, affiliation, detail, vacant }: PersonLineProps) => (
  <div className={styles.person}>
    <Initials vacant={vacant}>{initials}</Initials>
    <div>
      <span className={styles.name}>{name}</span>
      {role && <span className={styles.detail}>, {role}</span>}
      {affiliation && <div>{affiliation}</div>}
      {detail && <div className={styles.detail}>{detail}</div>}
    </div>
  </div>
);

export const PersonList = ({ people }: { people: readonly (PersonLineProps & { key: string })[] }) => (
  <ul className={styles.list}>
    {people.map(({ key, ...person }) => (
      <li key={key}>
        <PersonLine {...person} />
      </li>
    ))}
  </ul>
);
