import type { TabLink } from '@sos/platform-ui';

export const tabs = ['overview', 'focus', 'items', 'members', 'activity'] as const;
export type Tab = (typeof tabs)[number];

export const isTab = (written: string): written is Tab => (tabs as readonly string[]).includes(written);

const labels: Record<Tab, string> = {
  overview: 'Overview',
  focus: 'Focus items',
  items: 'Action items',
  members: 'Members',
  activity: 'Activity',
};

type Counts = Partial<Record<Tab, number>>;

/** The tabs live in the path; the first has the page's own. */
export const tabLinks = (slug: string, current: Tab, counts: Counts): TabLink[] =>
  tabs.map((tab) => ({
    label: labels[tab],
    to: tab === 'overview' ? `/subgroups/${slug}` : `/subgroups/${slug}/${tab}`,
    count: counts[tab],
    current: tab === current,
  }));

export const titleOf = (name: string, tab: Tab): string => (tab === 'overview' ? name : `${labels[tab]}, ${name}`);
