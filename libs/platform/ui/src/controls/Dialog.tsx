import { Modal } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './Dialog.module.css';
import { useGivenBackFocus } from './useGivenBackFocus';

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

/** Takes the focus, keeps it, and gives it back where it was. Its head is no <header>: that would be a second banner. */
export const Dialog = ({ opened, onClose, title, description, children, footer, width = 520 }: DialogProps) => {
  const descriptionId = useId();
  useGivenBackFocus(opened);
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      returnFocus={false}
      size={width}
      centered
      transitionProps={{ duration: 0 }}
      classNames={{ inner: styles.inner, content: styles.content }}
    >
      <Modal.Overlay className={styles.overlay} />
      <Modal.Content aria-describedby={description ? descriptionId : undefined}>
        <div className={styles.head}>
          <Modal.Title className={styles.title}>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" className={styles.close} />
        </div>
        <Modal.Body className={styles.body}>
          {description && (
            <p id={descriptionId} className={styles.description}>
              {description}
            </p>
          )}
          {children && <div className={styles.children}>{children}</div>}
          {footer && <div className={styles.footer}>{footer}</div>}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
