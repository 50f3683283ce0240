import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { Icon } from '../icons/Icon';
import styles from './useToast.module.css';

export type Toast = {
  /** Past tense, and the same word as on the button: "Update posted". */
  message: string;
  undo?: () => void;
};

/** Says what has just happened, and offers to undo it. */
export const useToast = () =>
  useCallback(({ message, undo }: Toast) => {
    const id = notifications.show({
      role: 'status',
      withCloseButton: false,
      withBorder: false,
      classNames: { root: styles.toast, body: styles.body, description: styles.description },
      message: (
        <>
          <Icon name="check" className={styles.check} />
          <span className={styles.message}>{message}</span>
          {undo && (
            <button
              type="button"
              className={styles.undo}
              onClick={() => {
                notifications.hide(id);
                undo();
              }}
            >
              Undo
            </button>
          )}
        </>
      ),
    });
  }, []);
