import { Button, ErrorState } from '@sos/platform-ui';
import type { ReactNode } from 'react';
import styles from './ItemForm.module.css';
import type { ItemForm } from './useItemForm';
import type { SaveTrouble } from './useSaveItem';

type ItemFormFrameProps = {
  form: ItemForm;
  label: string;
  /** The verb of the button. */
  act: string;
  isSaving: boolean;
  trouble: SaveTrouble | null;
  onSubmit: () => void;
  cancelTo: string;
  children: ReactNode;
};

/** What adding and editing have around the same fields. */
export const ItemFormFrame = ({
  form,
  label,
  act,
  isSaving,
  trouble,
  onSubmit,
  cancelTo,
  children,
}: ItemFormFrameProps) => (
  <>
    {form.wasRestored && (
      <div className={styles.notice} role="status">
        <span>What you wrote before is here again.</span>
        <Button size="s" onClick={form.clear}>
          Start over
        </Button>
      </div>
    )}
    <form
      className={styles.form}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      {trouble && <ErrorState title={trouble.message} reference={trouble.reference} />}
      <div className={styles.foot}>
        <Button type="submit" variant="primary" busy={isSaving} shortcut="Ctrl+Enter">
          {act}
        </Button>
        <Button variant="subtle" to={cancelTo}>
          Cancel
        </Button>
        {form.keptNote && <span className={styles.kept}>{form.keptNote}</span>}
      </div>
    </form>
  </>
);
