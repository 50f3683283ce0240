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
  <Drawer.Root opened={opened} onClose={onClose} position="right" size="20rem" transitionProps={{ duration: 0 }}>
    <Drawer.Overlay className={styles.overlay} />
    <Drawer.Content className={styles.content}>
      <div className={styles.head}>
        <Drawer.Title className={styles.title}>Menu</Drawer.Title>
        <Drawer.CloseButton aria-label="Close menu" className={styles.close} />
      </div>
      <Drawer.Body className={styles.body}>
        <nav aria-label="Main">
          <NavigationList entries={navigation} onChoose={onClose} />
        </nav>
        <div className={styles.scheme}>
          <ColorSchemeButton />
          <span aria-hidden="true">Light and dark</span>
        </div>
        {person}
      </Drawer.Body>
    </Drawer.Content>
  </Drawer.Root>
);
