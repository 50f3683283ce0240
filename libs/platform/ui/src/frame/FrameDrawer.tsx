import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { ColorSchemeButton } from '../theme/ColorSchemeButton';
import styles from './FrameDrawer.module.css';
import { type NavigationEntry, NavigationList } from './NavigationList';

type FrameDrawerProps = {
  opened: boolean;
  onClose: () => void;
  navigation: readonly NavigationEntry[];
  person: ReactNode;
};

/** The rail of a narrow screen: takes the focus, keeps it, and gives it back to the Menu button. */
export const FrameDrawer = ({ opened, onClose, navigation, person }: FrameDrawerProps) => (
  <Drawer
    opened={opened}
    onClose={onClose}
    position="right"
    size="20rem"
    title="Menu"
    transitionProps={{ duration: 0 }}
    closeButtonProps={{ 'aria-label': 'Close menu' }}
    classNames={{
      content: styles.content,
      overlay: styles.overlay,
      header: styles.header,
      title: styles.title,
      body: styles.body,
      close: styles.close,
    }}
  >
    <nav aria-label="Main">
      <NavigationList entries={navigation} onChoose={onClose} />
    </nav>
    <div className={styles.scheme}>
      <ColorSchemeButton />
      <span aria-hidden="true">Light and dark</span>
    </div>
    {person}
  </Drawer>
);
