import { type Health, HealthFlag, Icon } from '@sos/platform-ui';
import { type Ref, useId } from 'react';
import styles from './HealthRadios.module.css';

const healths: readonly Health[] = ['ON_TRACK', 'AT_RISK', 'OFF_TRACK'];

type HealthRadiosProps = {
  value: Health | null;
  onChange: (health: Health) => void;
  error?: string;
  /** The first radio, for the focus. */
  firstRef?: Ref<HTMLInputElement>;
};

/** Three radios in one frame, each with its signal flag. */
export const HealthRadios = ({ value, onChange, error, firstRef }: HealthRadiosProps) => {
  const id = useId();
  return (
    <fieldset
      role="radiogroup"
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className={styles.legend}>Health</legend>
      <div className={styles.frame} data-error={error ? true : undefined}>
        {healths.map((health, place) => (
          <label key={health} className={styles.choice}>
            <input
              type="radio"
              name={id}
              value={health}
              checked={value === health}
              onChange={() => onChange(health)}
              ref={place === 0 ? firstRef : undefined}
              // The dialog gives it the focus as it opens.
              data-autofocus={place === 0 || undefined}
            />
            <HealthFlag health={health} />
          </label>
        ))}
      </div>
      {error && (
        <p className={styles.error} id={`${id}-error`}>
          <Icon name="exclamation" />
          {error}
        </p>
      )}
    </fieldset>
  );
};
