/** Field problems by path: `{ note: 'Write a sentence.' }`. */
export type FieldProblems = Record<string, string>;

type AnyResult = { __typename: string };
type Refused = { message?: string; whoCan?: string | null; fields?: readonly { path: string; message: string }[] };

export type Outcome<Result extends AnyResult, Success extends Result['__typename']> =
  | { succeeded: true; value: Extract<Result, { __typename: Success }> }
  | {
      succeeded: false;
      refusal: Exclude<Result, { __typename: Success }>;
      /** What to say; who can do it or grant it is added when the server told. */
      message: string;
      fields: FieldProblems;
    };

/** The first problem of each field is the one to show. */
export const fieldProblemsOf = (fields: Refused['fields'] = []): FieldProblems =>
  fields.reduce<FieldProblems>((found, { path, message }) => ({ [path]: message, ...found }), {});

/**
 * Reads the union that a mutation answers with.
 *
 *     const outcome = readResult(data.postUpdate, 'PostUpdateSuccess');
 *     if (outcome.succeeded) toast({ message: 'Update posted' });
 *     else setProblems(outcome.fields);
 *
 * Ask for `message` on every refusal, for `fields { path message }` on InvalidInputRefusal and for `whoCan` on
 * NotAllowedRefusal. A stale refusal is told apart by `outcome.refusal.__typename` and brings its `current`.
 */
export const readResult = <Result extends AnyResult, Success extends Result['__typename']>(
  result: Result,
  success: Success,
): Outcome<Result, Success> => {
  if (result.__typename === success)
    return { succeeded: true, value: result as Extract<Result, { __typename: Success }> };
  const { message, whoCan, fields } = result as Refused;
  return {
    succeeded: false,
    refusal: result as Exclude<Result, { __typename: Success }>,
    message: [message ?? 'The hub refused this.', whoCan].filter(Boolean).join(' '),
    fields: fieldProblemsOf(fields),
  };
};
