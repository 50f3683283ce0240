import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon, type IconName } from '../icons/Icon';
import { VisuallyHidden } from '../states/VisuallyHidden';
import { Button } from './Button';
import styles from './MenuButton.module.css';

export type MenuEntry = { label: string; onSelect?: () => void; disabled?: boolean; to?: string; icon?: IconName };
export type MenuButtonProps = {
  label: ReactNode;
  /** What it acts on, for those who listen: the item's title. */
  about?: string;
  items: MenuEntry[];
  /** quiet is the board card's "Move to". */
  variant?: 'quiet' | 'default' | 'subtle';
  size?: 'm' | 's';
};

export const MenuButton = ({ label, about, items, variant = 'quiet', size = 's' }: MenuButtonProps) => {
  const inside = (
    <>
      {label}
      {about && <VisuallyHidden>: {about}</VisuallyHidden>}
      <Icon name="chevronDown" />
    </>
  );
  return (
    <Menu
      position="bottom-end"
      offset={4}
      transitionProps={{ duration: 0 }}
      classNames={{ dropdown: styles.dropdown, item: styles.item }}
    >
      <Menu.Target>
        {variant === 'quiet' ? (
          <button type="button" className={styles.quiet}>
            {inside}
          </button>
        ) : (
          <Button variant={variant} size={size}>
            {inside}
          </Button>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        {items.map((item) => {
          const icon = item.icon && <Icon name={item.icon} />;
          return item.to === undefined ? (
            <Menu.Item key={item.label} disabled={item.disabled} leftSection={icon} onClick={item.onSelect}>
              {item.label}
            </Menu.Item>
          ) : (
            <Menu.Item key={item.label} component={Link} to={item.to} leftSection={icon} onClick={item.onSelect}>
              {item.label}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
};
