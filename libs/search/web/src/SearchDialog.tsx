import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { SearchBox } from './SearchBox';
import styles from './SearchDialog.module.css';

export type SearchDialogProps = { opened: boolean; onClose: () => void };

/** Everything in the hub, from the keyboard. Escape gives the focus back; opening a result hands it to that page. */
export const SearchDialog = ({ opened, onClose }: SearchDialogProps) => {
  const navigate = useNavigate();
  const [isLeaving, setIsLeaving] = useState(false);
  // The dialog remembers where the focus was only if it is drawn closed first, and we are fetched when already asked for.
  const [isShown, setIsShown] = useState(false);
  useEffect(() => {
    setIsShown(opened);
    if (opened) setIsLeaving(false);
  }, [opened]);
  const open = (path: string) => {
    setIsLeaving(true);
    onClose();
    void navigate(path);
  };
  return (
    <Modal
      opened={isShown}
      onClose={onClose}
      returnFocus={!isLeaving}
      withCloseButton={false}
      aria-label="Search everything"
      size={640}
      yOffset="10vh"
      padding={0}
      transitionProps={{ duration: 0 }}
      classNames={{ content: styles.content, body: styles.body }}
    >
      <SearchBox onOpen={open} onClose={onClose} />
    </Modal>
  );
};
