import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { UrlPart } from './urlParts';

type Parts = Record<string, UrlPart<unknown>>;
type ValuesOf<Declared extends Parts> = {
  [Name in keyof Declared]: Declared[Name] extends UrlPart<infer Value> ? Value : never;
};
export type SetUrlState<Declared extends Parts> = (
  changes: Partial<ValuesOf<Declared>>,
  options?: {
    /** Adds a step to the history (a chosen filter); without it the step is replaced (letters as they are typed). */
    push?: boolean;
  },
) => void;

/**
 * Filters that live in the address. Declare the parts outside the component; what is at its default is left out of
 * the address, and parameters that are not declared stay as they are.
 *
 *     const parts = { text: urlText(), status: urlList(statuses), due: urlChoice(dues) };
 *     const [filters, setFilters] = useUrlState(parts);
 *     setFilters({ status: ['BLOCKED'] }, { push: true });
 */
export const useUrlState = <Declared extends Parts>(parts: Declared): [ValuesOf<Declared>, SetUrlState<Declared>] => {
  const [parameters, setParameters] = useSearchParams();
  const values = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, part.read(parameters.getAll(name))]),
      ) as ValuesOf<Declared>,
    [parts, parameters],
  );
  const set = useCallback<SetUrlState<Declared>>(
    (changes, { push = false } = {}) =>
      setParameters(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            after.delete(name);
            for (const written of parts[name]?.write(value) ?? []) after.append(name, written);
          }
          return after;
        },
        { replace: !push, preventScrollReset: true },
      ),
    [parts, setParameters],
  );
  return [values, set];
};
