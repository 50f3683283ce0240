const monthAndYear = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const inMonths = (day: string) => monthAndYear.format(new Date(`${day}T00:00:00Z`));

type Period = { startedOn: string; endedOn: string | null };

/** "Since Mar 2021", "Apr 2014 to Feb 2021" */
export const periodWords = ({ startedOn, endedOn }: Period): string =>
  endedOn ? `${inMonths(startedOn)} to ${inMonths(endedOn)}` : `Since ${inMonths(startedOn)}`;
