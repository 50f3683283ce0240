import { useState } from 'react';
import { VisuallyHidden } from '../states/VisuallyHidden';
import { CheckboxField } from './CheckboxField';
import styles from './FacetGroup.module.css';

export type FacetOption = { value: string; label: string; count: number; selected: boolean };
export type FacetGroupProps = {
  title: string;
  options: FacetOption[];
  onToggle: (value: string) => void;
  initiallyShown?: number;
};

/** One question of a search. A choice that would lead to nothing can't be made, unless it is made already. */
export const FacetGroup = ({ title, options, onToggle, initiallyShown = 4 }: FacetGroupProps) => {
  const [open, setOpen] = useState(false);
  const shown = options.filter((option, place) => open || place < initiallyShown || option.selected);
  return (
    <fieldset className={styles.facet}>
      <legend className={styles.title}>{title}</legend>
      <div className={styles.options}>
        {shown.map((option) => (
          <CheckboxField
            key={option.value}
            className={styles.option}
            label={option.label}
            count={option.count}
            checked={option.selected}
            disabled={option.count === 0 && !option.selected}
            onChange={() => onToggle(option.value)}
          />
        ))}
      </div>
      {options.length > initiallyShown && (
        <button type="button" className={styles.all} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Fewer' : `All ${options.length}`}
          <VisuallyHidden> of {title.toLowerCase()}</VisuallyHidden>
        </button>
      )}
    </fieldset>
  );
};
