import type { NavigationEntry } from '@sos/platform-ui';
import type { HubViewer } from '@sos/platform-web';

type Asked = {
  pathname: string;
  viewer: Pick<HubViewer, 'mayImportCatalogs' | 'isStaff' | 'isAdministrator'>;
  dueCount: number;
};

type Place = Pick<NavigationEntry, 'label' | 'to' | 'icon' | 'group'> & {
  /** Paths that belong to it though they begin otherwise. */
  also?: readonly string[];
};

const places: readonly Place[] = [
  { label: 'My work', to: '/', icon: 'inbox' },
  { label: 'Goals', to: '/goals', icon: 'goal', also: ['/objectives'] },
  { label: 'Sub-groups', to: '/subgroups', icon: 'subGroups', also: ['/workgroup'] },
  { label: 'Action items', to: '/items', icon: 'task' },
  { label: 'Data catalog', to: '/data', icon: 'data' },
  { label: 'Directory', to: '/directory', icon: 'person' },
];
const catalogImport: Place = {
  label: 'Catalog import',
  to: '/data/import',
  icon: 'download',
  group: 'admin',
  also: ['/data/feeds'],
};
const people: Place = {
  label: 'People and roles',
  to: '/admin/people',
  icon: 'person',
  group: 'admin',
  also: ['/admin/invitations', '/admin/invite'],
};
const access: Place = { label: 'Access', to: '/admin/access', icon: 'locked', group: 'admin' };

const identityProviders: Place = {
  label: 'Identity providers',
  to: '/admin/identity-providers',
  icon: 'key',
  group: 'admin',
};
const auditTrail: Place = { label: 'Audit trail', to: '/admin/audit', icon: 'list', group: 'admin' };

/** What the viewer's roles add to the rail. */
const byRole = ({ mayImportCatalogs, isStaff, isAdministrator }: Asked['viewer']): Place[] => [
  ...(mayImportCatalogs ? [catalogImport] : []),
  ...(isStaff || isAdministrator ? [people] : []),
  ...(isAdministrator ? [access, identityProviders, auditTrail] : []),
];

const isUnder = (pathname: string, place: string): boolean =>
  place === '/' ? pathname === '/' : pathname === place || pathname.startsWith(`${place}/`);

/** The rail. The longest path wins, so that the import is not the catalog too. */
export const navigationFor = ({ pathname, viewer, dueCount }: Asked): NavigationEntry[] => {
  const shown = [...places, ...byRole(viewer)];
  const claimed = shown
    .flatMap(({ to, also = [] }) => [to, ...also].map((path) => ({ to, path })))
    .filter(({ path }) => isUnder(pathname, path))
    .sort((one, other) => other.path.length - one.path.length)[0]?.to;
  return shown.map(({ also: _, ...place }) => ({
    ...place,
    current: place.to === claimed,
    ...(place.to === '/' ? { count: dueCount, countOf: 'due' } : {}),
  }));
};
