import { Icon } from '../icons/Icon';
import { classes } from '../words/classes';
import styles from './Chip.module.css';

/** Something chosen, that can be taken off again. */
export const Chip = ({ label, onRemove }: { label: string; onRemove?: () => void }) => (
  <span className={classes(styles.chip, onRemove && styles.removable)}>
    {label}
    {onRemove && (
      <button type="button" aria-label={`Remove ${label}`} onClick={onRemove}>
        <Icon name="close" />
      </button>
    )}
  </span>
);
