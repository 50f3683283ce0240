import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useEffect } from 'react';
import { Button } from '../controls/Button';
import { IconButton } from '../controls/IconButton';
import { Kbd } from '../controls/Kbd';
import type { MenuEntry } from '../controls/MenuButton';
import { Icon } from '../icons/Icon';
import { ColorSchemeButton } from '../theme/ColorSchemeButton';
import styles from './AppFrame.module.css';
import { Brand } from './Brand';
import { type Breadcrumb, Breadcrumbs } from './Breadcrumbs';
import { FrameDrawer } from './FrameDrawer';
import { type NavigationEntry, NavigationList } from './NavigationList';
import { type Identity, IdentityMenu } from './IdentityMenu';

export type AppFrameProps = {
  navigation: readonly NavigationEntry[];
  /** The name of the workgroup, under the product's. */
  workgroupName: string;
  /** Without one, nobody is signed in. */
  identity?: Identity | null;
  /** More entries in the person's menu, before Sign out: "Switch person". */
  identityMenu?: MenuEntry[];
  onSignOut?: () => void;
  breadcrumbs?: readonly Breadcrumb[];
  /** Opens the search; Ctrl+K and Cmd+K call it too. */
  onSearch?: () => void;
  /** Beside the colour switch: notifications. */
  topBarExtra?: ReactNode;
  footer?: ReactNode;
  homeTo?: string;
  children: ReactNode;
};

/** The frame of every signed-in page: skip link, rail, top bar, main, footer. */
export const AppFrame = ({
  navigation,
  workgroupName,
  identity,
  identityMenu,
  onSignOut,
  breadcrumbs = [],
  onSearch,
  topBarExtra,
  footer,
  homeTo = '/',
  children,
}: AppFrameProps) => {
  const [opened, drawer] = useDisclosure(false);
  useSearchKey(onSearch);
  const person = identity && <IdentityMenu identity={identity} entries={identityMenu} onSignOut={onSignOut} />;
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to main content
      </a>
      <div className={styles.shell}>
        <nav className={styles.rail} aria-label="Main">
          <div className={styles.sticky}>
            <Brand to={homeTo} workgroupName={workgroupName} />
            <NavigationList entries={navigation} />
            <div className={styles.person}>{person}</div>
          </div>
        </nav>
        <div className={styles.content}>
          <header className={styles.top}>
            <div className={styles.narrowBrand}>
              <Brand to={homeTo} compact />
            </div>
            <div className={styles.crumbs}>{breadcrumbs.length > 0 && <Breadcrumbs items={breadcrumbs} />}</div>
            {onSearch && (
              <>
                <button type="button" className={styles.find} onClick={onSearch}>
                  <Icon name="search" />
                  Search everything
                  <Kbd>Ctrl K</Kbd>
                </button>
                <IconButton
                  className={styles.narrowSearch}
                  icon="search"
                  label="Search everything"
                  onClick={onSearch}
                />
              </>
            )}
            <div className={styles.tools}>
              {topBarExtra}
              <ColorSchemeButton className={styles.scheme} />
            </div>
            <Button
              size="s"
              className={styles.menuButton}
              aria-expanded={opened}
              aria-haspopup="dialog"
              onClick={drawer.open}
            >
              Menu
            </Button>
          </header>
          <main className={styles.main} id="main" tabIndex={-1}>
            {children}
          </main>
          {footer && <footer className={styles.foot}>{footer}</footer>}
        </div>
      </div>
      <FrameDrawer opened={opened} onClose={drawer.close} navigation={navigation} person={person} />
    </>
  );
};

const useSearchKey = (onSearch?: () => void) =>
  useEffect(() => {
    if (!onSearch) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      onSearch();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onSearch]);
