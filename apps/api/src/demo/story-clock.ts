import { createHash } from 'node:crypto';
import { addDays, type Calendar } from '@sos/platform-server';
import type { Day } from './content';

const minutesOfOfficeHours = 7 * 60;
const minute = 60_000;

/** Turns the story's days, counted from today, into dates and times. */
export class StoryClock {
  private readonly today: string;
  private readonly latest: number;

  constructor(calendar: Calendar, now = Date.now()) {
    this.today = calendar.today();
    this.latest = now - minute;
  }

  date(day: Day): string {
    return addDays(this.today, day);
  }

  /**
   * A time of that day, the same for the same key. From 17:00 to 24:00 UTC it is office hours in California, in
   * summer and in winter. Never in the future: a hub may be started at dawn.
   */
  time(day: Day, key: string): Date {
    const spread = createHash('sha256').update(key).digest().readUInt32BE(0) % minutesOfOfficeHours;
    const instant = Date.parse(`${this.date(day)}T17:00:00Z`) + spread * minute;
    return new Date(Math.min(instant, this.latest));
  }

  /** Times of a history, each later than the one before, even on one day. */
  times(moments: readonly { day: Day; key: string }[]): Date[] {
    let previous = 0;
    return moments.map(({ day, key }) => {
      const instant = Math.max(this.time(day, key).getTime(), previous + minute);
      previous = instant;
      return new Date(Math.min(instant, this.latest + minute));
    });
  }
}
