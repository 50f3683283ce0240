import { Button, Dialog, VisuallyHidden } from '@sos/platform-ui';
import { Link } from 'react-router';
import styles from './ItemListPage.module.css';
import type { SavedItemView } from './useSavedViews';

type DeleteViewsDialogProps = {
  opened: boolean;
  onClose: () => void;
  views: readonly SavedItemView[];
  onDelete: (view: SavedItemView) => Promise<void>;
};

export const DeleteViewsDialog = ({ opened, onClose, views, onDelete }: DeleteViewsDialogProps) => (
  <Dialog opened={opened} onClose={onClose} title="Your saved views" footer={<Button onClick={onClose}>Close</Button>}>
    {views.length === 0 && <p>You have no saved views.</p>}
    <ul className={styles.views}>
      {views.map((view) => (
        <li key={view.id}>
          <Link to={`/items?${view.queryString}`} onClick={onClose}>
            {view.name}
          </Link>
          <Button
            size="s"
            variant="danger"
            onClick={() => {
              // The toast that offers Undo can't be reached while a dialog is open.
              onClose();
              void onDelete(view);
            }}
          >
            Delete<VisuallyHidden> {view.name}</VisuallyHidden>
          </Button>
        </li>
      ))}
    </ul>
  </Dialog>
);
