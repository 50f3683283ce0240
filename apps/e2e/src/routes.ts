/** A route of the web app, with an address that shows it. */
export interface Route {
  /** As it stands in the router. */
  path: string;
  /** What is visited; left out when it is the path itself. */
  address?: string;
  /** Where the address is not known beforehand: the link of that page that leads here. */
  link?: { on: string; name: string };
  /** Its h1, so that a refusal or a failure is not taken for the page. */
  heading: string;
  signedOut?: boolean;
}

/** The sample's days count from today. */
const twoWeeksAgo = new Date(Date.now() - 14 * 86_400_000).toISOString().slice(0, 10);

/** Every route, as the workgroup's coordinator sees it; a new one is added here. */
export const routes: Route[] = [
  { path: '/sign-in', heading: 'Sign in', signedOut: true },
  { path: '/sign-in/one-time', address: '/sign-in/one-time#no-such-token', heading: 'Sign in', signedOut: true },
  {
    path: '/profile/confirm-address',
    address: '/profile/confirm-address#token=none',
    heading: 'Confirm an address',
    signedOut: true,
  },
  { path: '/set-up', address: '/set-up#token=none', heading: 'Set up the hub', signedOut: true },
  { path: '/profile', heading: 'Your profile' },
  { path: '/', heading: 'My work' },
  { path: '/items', heading: 'Action items' },
  { path: '/items/board', heading: 'Action items' },
  { path: '/items/new', heading: 'Add an action item' },
  {
    path: '/items/:reference',
    address: '/items/PS-19',
    heading: 'Agree a standing order for buprenorphine at jail intake',
  },
  {
    path: '/items/:reference',
    address: `/items/PS-19?asOf=${twoWeeksAgo}`,
    heading: 'Agree a standing order for buprenorphine at jail intake',
  },
  { path: '/items/:reference/edit', address: '/items/PS-19/edit', heading: 'Edit the action item' },
  { path: '/goals', heading: 'Goals' },
  { path: '/goals/:number', address: '/goals/2', heading: 'Cross-cutting strategies against overdose, carried out' },
  {
    path: '/objectives/:key',
    address: '/objectives/2.1',
    heading: 'Same-day medication for opioid use disorder in every county',
  },
  { path: '/explorer', heading: 'API explorer' },
  { path: '/subgroups', heading: 'Sub-groups' },
  { path: '/subgroups/:slug/:tab?', address: '/subgroups/harm-reduction', heading: 'Harm Reduction' },
  { path: '/subgroups/:slug/:tab?', address: '/subgroups/harm-reduction/focus', heading: 'Harm Reduction' },
  { path: '/subgroups/:slug/:tab?', address: '/subgroups/harm-reduction/items', heading: 'Harm Reduction' },
  { path: '/subgroups/:slug/:tab?', address: '/subgroups/harm-reduction/members', heading: 'Harm Reduction' },
  { path: '/subgroups/:slug/:tab?', address: '/subgroups/harm-reduction/activity', heading: 'Harm Reduction' },
  { path: '/workgroup', heading: 'Statewide Overdose Safety Workgroup' },
  { path: '/workgroup/history', heading: 'History' },
  { path: '/data', heading: 'Data catalog' },
  { path: '/data/new', heading: 'Add a data source' },
  { path: '/data/import', heading: 'Import a catalog' },
  { path: '/data/feeds', heading: 'Feeds' },
  {
    path: '/data/:slug',
    address: '/data/hcai-emergency-department-data',
    heading: 'HCAI Emergency Department Data (EDD)',
  },
  {
    path: '/data/:slug/edit',
    address: '/data/hcai-emergency-department-data/edit',
    heading: 'HCAI Emergency Department Data',
  },
  { path: '/activity', heading: 'Activity' },
  { path: '/removed', heading: 'Recently removed' },
  { path: '/admin/audit', heading: 'Audit trail' },
  { path: '/admin/identity-providers', heading: 'Identity providers' },
  { path: '/directory', heading: 'Directory' },
  {
    path: '/directory/agencies/:key',
    address: '/directory/agencies/dhcs',
    heading: 'Department of Health Care Services',
  },
  { path: '/directory/people/:id', link: { on: '/items/PS-19', name: 'Ana Reyes' }, heading: 'Ana Reyes' },
  { path: '/admin/people', heading: 'People' },
  {
    path: '/admin/people/:id',
    address: '/admin/people/UGVyc29uOmE2M2RkMWIxLWZkMjQtNWE5OC04YjBhLWM5YjY0NTMxMGFlMQ',
    heading: 'Ana Reyes',
  },
  { path: '/admin/invitations', heading: 'Invitations' },
  { path: '/admin/invite', heading: 'Invite somebody' },
  { path: '/seats/new', address: '/seats/new?subgroup=harm-reduction', heading: 'Add a seat' },
  { path: '/admin/access', heading: 'Why can they see this?' },
  { path: '/invitation', address: '/invitation#token=no-such-token', heading: 'Invitation', signedOut: true },
  {
    path: '/seats/:id/hand-over',
    address: '/seats/U2VhdDpkMjE1ZjFkYS1jNTg4LTUwYzMtODlkNC0xMGVmNmY1NDFjZGE/hand-over',
    heading: 'Hand over a seat',
  },
  { path: '/search', address: '/search?q=naloxone', heading: 'Search' },
  { path: '/accessibility', heading: 'Accessibility' },
  { path: '/help', heading: 'Help and contact' },
  { path: '*', address: '/no-such-page', heading: 'Page not found' },
];
