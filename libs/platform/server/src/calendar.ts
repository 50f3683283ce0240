import { Injectable } from '@nestjs/common';

/** The workgroup's calendar: what day it is where the workgroup works, whatever the server's time zone. */
@Injectable()
export class Calendar {
  private readonly format: Intl.DateTimeFormat;

  constructor(
    /** Name of the time zone, for statements that turn an instant into a day. */
    readonly timeZone: string,
    private readonly now: () => Date = () => new Date(),
  ) {
    this.format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  }

  /** Today as YYYY-MM-DD. */
  today(): string {
    return this.dayOf(this.now());
  }

  dayOf(instant: Date): string {
    return this.format.format(instant);
  }
}

const millisecondsOfDay = 86_400_000;

/** `addDays('2026-11-20', 14)` is `2026-12-04`. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * millisecondsOfDay).toISOString().slice(0, 10);
}

/** Whole days from one calendar date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / millisecondsOfDay);
}
