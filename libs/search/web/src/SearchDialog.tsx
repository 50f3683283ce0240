import { Modal } from '@mantine/core';
import { useNavigate } from 'react-router';
import { SearchBox } from './SearchBox';
import styles from './SearchDialog.module.css';
import { useBorrowedFocus } from './useBorrowedFocus';

export type SearchDialogProps = { opened: boolean; onClose: () => void };

/** Everything in the hub, from the keyboard. Escape gives the focus back; opening a result hands it to that page. */
export const SearchDialog = ({ opened, onClose }: SearchDialogProps) => {
  const navigate = useNavigate();
  const isShown = useBorrowedFocus(opened);
  const open = (path: string) => {
    onClose();
    void navigate(path);
  };
  return (
    <Modal.Root
      opened={isShown}
      onClose={onClose}
      returnFocus={false}
      size={640}
      yOffset="10vh"
      padding={0}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label="Search everything" className={styles.content}>
        <SearchBox onOpen={open} onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  );
};
