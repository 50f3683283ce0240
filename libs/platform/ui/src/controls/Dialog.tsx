import { Modal } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './Dialog.module.css';

export type DialogProps = {
  opened: boolean;
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Cancel first, then the act. */
  footer?: ReactNode;
  width?: number | string;
};

/** Takes the focus, keeps it, and gives it back where it was. */
export const Dialog = ({ opened, onClose, title, description, children, footer, width = 520 }: DialogProps) => {
  const descriptionId = useId();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={width}
      centered
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
      aria-describedby={description ? descriptionId : undefined}
    >
      {description && (
        <p id={descriptionId} className={styles.description}>
          {description}
        </p>
      )}
      {children && <div className={styles.children}>{children}</div>}
      {footer && <div className={styles.footer}>{footer}</div>}
    </Modal>
  );
};
