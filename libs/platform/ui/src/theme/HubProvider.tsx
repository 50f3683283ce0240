import './global.css';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@fontsource-variable/public-sans/wght.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import styles from './HubProvider.module.css';
import { pageNonce } from './pageNonce';
import { cssVariablesResolver, theme } from './theme';

/** The theme, the style sheets, the fonts and the toasts: everything a page needs around it. */
export const HubProvider = ({ children }: { children: ReactNode }) => (
  <MantineProvider
    theme={theme}
    cssVariablesResolver={cssVariablesResolver}
    defaultColorScheme="auto"
    getStyleNonce={pageNonce}
  >
    <div className={styles.page}>{children}</div>
    <Notifications position="bottom-center" limit={3} autoClose={8000} />
  </MantineProvider>
);
