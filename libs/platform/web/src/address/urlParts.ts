/** How one value is written in the address, as any number of parameters of the same name. */
export type UrlPart<Value> = { read: (written: string[]) => Value; write: (value: unknown) => string[] };

const part = <Value>(read: (written: string[]) => Value, write: (value: Value) => string[]): UrlPart<Value> => ({
  read,
  // useUrlState only hands over what its own types allow.
  write: (value) => write(value as Value),
});

export const urlText = (): UrlPart<string> =>
  part(
    ([first]) => first ?? '',
    (text) => (text === '' ? [] : [text]),
  );

/** Repeated: `?status=BLOCKED&status=DONE`. With `allowed`, anything else in the address is passed over. */
export const urlList = <Value extends string = string>(allowed?: readonly Value[]): UrlPart<Value[]> =>
  part(
    (written) => [...new Set(written)].filter((value): value is Value => !allowed || allowed.includes(value as Value)),
    (values) => values,
  );

/** One of several, or none. */
export const urlChoice = <Value extends string>(allowed: readonly Value[]): UrlPart<Value | null> =>
  part(
    ([first]) => allowed.find((value) => value === first) ?? null,
    (value) => (value === null ? [] : [value]),
  );

/** One of several; left out of the address at its usual value. */
export const urlChoiceOr = <Value extends string>(allowed: readonly Value[], usual: Value): UrlPart<Value> =>
  part(
    ([first]) => allowed.find((value) => value === first) ?? usual,
    (value) => (value === usual ? [] : [value]),
  );

export const urlNumber = (): UrlPart<number | null> =>
  part(
    ([first]) => (first !== undefined && /^-?\d{1,9}$/.test(first) ? Number(first) : null),
    (value) => (value === null ? [] : [String(value)]),
  );

/** `?mine=1` */
export const urlFlag = (): UrlPart<boolean> =>
  part(
    ([first]) => first === '1',
    (on) => (on ? ['1'] : []),
  );

/** A day that is in the calendar, `?asOf=2026-12-04`, or none. */
export const urlDay = (): UrlPart<string | null> =>
  part(
    ([first]) => (first !== undefined && isDay(first) ? first : null),
    (value) => (value === null ? [] : [value]),
  );

const isDay = (text: string): boolean => {
  const moment = /^(19|2[01])\d\d-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return moment !== null && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
};
