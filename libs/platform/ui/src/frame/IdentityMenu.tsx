import { Menu } from '@mantine/core';
import { Link } from 'react-router';
import menuStyles from '../controls/MenuButton.module.css';
import type { MenuEntry } from '../controls/MenuButton';
import { Icon } from '../icons/Icon';
import { Initials } from '../layout/Person';
import styles from './IdentityMenu.module.css';

export type Identity = { name: string; affiliation: string; initials: string };
type IdentityMenuProps = { identity: Identity; entries?: MenuEntry[]; onSignOut?: () => void };

/** Who is signed in, and what they can do about it. */
export const IdentityMenu = ({ identity, entries = [], onSignOut }: IdentityMenuProps) => (
  <div className={styles.me}>
    <Menu
      position="top-start"
      offset={4}
      transitionProps={{ duration: 0 }}
      classNames={{ dropdown: menuStyles.dropdown, item: menuStyles.item }}
    >
      <Menu.Target>
        <button type="button" className={styles.button}>
          <Initials>{identity.initials}</Initials>
          <span>
            <span className={styles.name}>
              {identity.name}
              <Icon name="chevronUp" className={styles.chevron} />
            </span>
            <span className={styles.affiliation}>{identity.affiliation}</span>
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {entries.map((entry) =>
          entry.to === undefined ? (
            <Menu.Item key={entry.label} disabled={entry.disabled} onClick={entry.onSelect}>
              {entry.label}
            </Menu.Item>
          ) : (
            <Menu.Item key={entry.label} component={Link} to={entry.to} onClick={entry.onSelect}>
              {entry.label}
            </Menu.Item>
          ),
        )}
        {onSignOut && <Menu.Item onClick={onSignOut}>Sign out</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  </div>
);
