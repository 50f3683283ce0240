import type { ReactNode } from 'react';
import { AppFrame, type Breadcrumb, IconButton, type Identity, type IconName } from '../src/index';

const entries: [label: string, to: string, icon: IconName][] = [
  ['My work', '/my-work', 'inbox'],
  ['Goals', '/goals', 'goal'],
  ['Sub-groups', '/sub-group', 'subGroups'],
  ['Meetings', '/meetings', 'meeting'],
  ['Data catalog', '/catalog', 'data'],
  ['Coalitions', '/coalitions', 'place'],
  ['Directory', '/', 'person'],
];

type PreviewFrameProps = {
  at: string;
  count: number;
  identity: Identity;
  admin?: boolean;
  breadcrumbs: Breadcrumb[];
  children: ReactNode;
};

/** All content is invented. */
export const PreviewFrame = ({ at, count, identity, admin, breadcrumbs, children }: PreviewFrameProps) => (
  <AppFrame
    workgroupName="Statewide Overdose Safety Workgroup"
    navigation={[
      ...entries.map(([label, to, icon]) => ({
        label,
        to,
        icon,
        current: label === at,
        ...(label === 'My work' && { count, countOf: 'due' }),
      })),
      ...(admin ? [{ label: 'Admin', to: '/admin', icon: 'key' as const, group: 'admin' as const }] : []),
    ]}
    identity={identity}
    identityMenu={[{ label: 'Switch person', onSelect: () => {} }]}
    onSignOut={() => {}}
    breadcrumbs={breadcrumbs}
    onSearch={() => {}}
    topBarExtra={<IconButton icon="bell" label="Notifications, 3 unread" dot />}
    footer={
      <>
        <span>Updated Nov 20, 2026, 9:05 AM</span>
        <a href="#accessibility">Accessibility</a>
        <a href="#help">Help and contact</a>
        <span>Sample content. People and figures are invented.</span>
      </>
    }
  >
    {children}
  </AppFrame>
);
