import { type ReactNode, useId, useState } from 'react';
import { Icon } from '../icons/Icon';
import { countOf } from '../words/dates';
import styles from './FacetPanel.module.css';

export type FacetPanelProps = {
  /** How many filters there are, and how many choices are in use. */
  total: number;
  inUse: number;
  children: ReactNode;
};

/** The filters of a search: in plain sight on wide screens, behind one line on a phone. */
export const FacetPanel = ({ total, inUse, children }: FacetPanelProps) => {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Icon name="filter" size="m" />
        {countOf(total, 'filter')}
        {inUse > 0 && `, ${inUse} in use`}
        <Icon name={open ? 'chevronUp' : 'chevronDown'} />
      </button>
      <div id={id} className={open ? undefined : styles.closed}>
        {children}
      </div>
    </>
  );
};
