import styles from './setUp.module.css';
import type { Structure } from './useSetUp';

type StructureRadiosProps = {
  value: Structure;
  onChange: (structure: Structure) => void;
  starterName: string;
  problem: string | undefined;
};

/** What an empty hub begins with. */
export const StructureRadios = ({ value, onChange, starterName, problem }: StructureRadiosProps) => {
  const choices: { value: Structure; label: string }[] = [
    { value: 'STARTER', label: `${starterName}: its sub-groups, focus items, goals and agencies` },
    { value: 'OWN', label: 'A workgroup of your own, with your agency' },
  ];
  return (
    <fieldset>
      <legend className={styles.legend}>The hub begins with</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.choice}>
          <input
            type="radio"
            name="structure"
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          {choice.label}
        </label>
      ))}
      {problem && <p className={styles.error}>{problem}</p>}
    </fieldset>
  );
};
