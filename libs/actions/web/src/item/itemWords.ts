import { countOf, daysBetween, formatShortDate } from '@sos/platform-ui';

/** After this many days without a word a row says so; the same 30 days that goals count as silence. */
export const silentAfterDays = 30;

/** Days ahead that the mark counts; later it is the date itself. */
const countedDays = 30;

/** What stands under the due mark: the date, and how long ago it was. */
export const dueDetail = (dueOn: string | null, today: string): string | null => {
  if (!dueOn) return null;
  const distance = daysBetween(today, dueOn);
  if (distance < 0) return `${formatShortDate(dueOn)}, ${countOf(-distance, 'day')}`;
  return distance <= countedDays ? formatShortDate(dueOn) : null;
};

type Reported = { status: string; silentDays: number | null; latestUpdate: { postedAt: string } | null };

/** "Last update Nov 6"; after 30 days "No update since Oct 9", which blames nobody. */
export const lastUpdateWords = ({ status, silentDays, latestUpdate }: Reported): string => {
  if (!latestUpdate) return 'No update yet';
  const isSilent = status !== 'DONE' && (silentDays ?? 0) > silentAfterDays;
  return `${isSilent ? 'No update since' : 'Last update'} ${formatShortDate(latestUpdate.postedAt)}`;
};

export const priorityWords = { HIGH: 'High', MEDIUM: 'Medium', LOW: 'Low' } as const;

export const itemPath = (reference: string): string => `/items/${encodeURIComponent(reference)}`;
