import { Field, InterfaceType, ObjectType } from '@nestjs/graphql';
import type { z } from 'zod';
import { Policy } from '../policy/policy';

/** An act that is refused for an expected reason answers with a type of its own; surprises are thrown. */
@InterfaceType({
  description: 'An expected refusal of an act.',
  resolveType: (value: { __typename: string }) => value.__typename,
})
export abstract class Refusal {
  @Field({ description: 'What happened and what to do, in a sentence for the person.' }) message: string;
}

@ObjectType({ implements: () => [Refusal], description: 'The viewer may not do this.' })
@Policy('public')
export class NotAllowedRefusal extends Refusal {
  readonly __typename = 'NotAllowedRefusal';
  @Field(() => String, { nullable: true, description: 'Who can do it or grant it.' }) whoCan: string | null;
}

@ObjectType({ implements: () => [Refusal], description: 'There is no such thing, or the viewer may not know of it.' })
@Policy('public')
export class NotFoundRefusal extends Refusal {
  readonly __typename = 'NotFoundRefusal';
}

@ObjectType({ description: 'What is wrong with one field of the input.' })
@Policy('public')
export class FieldProblem {
  @Field({ description: 'Path of the input field, for example `note` or `distributions.0.accessUrl`.' }) path: string;
  @Field({ description: 'What the field expects.' }) message: string;
}

@ObjectType({ implements: () => [Refusal], description: 'The input does not fit; nothing was changed.' })
@Policy('public')
export class InvalidInputRefusal extends Refusal {
  readonly __typename = 'InvalidInputRefusal';
  @Field(() => [FieldProblem], { description: 'Each wrong field.' }) fields: FieldProblem[];
}

export const notAllowed = (message: string, whoCan: string | null = null): NotAllowedRefusal => ({
  __typename: 'NotAllowedRefusal',
  message,
  whoCan,
});

export const notFound = (what: string): NotFoundRefusal => ({
  __typename: 'NotFoundRefusal',
  message: `There is no such ${what}, or you may not see it. It may have been removed: go back and reload the list.`,
});

export const invalidInput = (fields: FieldProblem[]): InvalidInputRefusal => ({
  __typename: 'InvalidInputRefusal',
  message: fields.length === 1 ? fields[0]!.message : `${fields.length} fields need a look.`,
  fields,
});

/** Checks an input against its schema: the value, or the refusal that names each wrong field. */
export function checkInput<S extends z.ZodType>(
  schema: S,
  input: unknown,
): { value: z.output<S>; refusal?: undefined } | { value?: undefined; refusal: InvalidInputRefusal } {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { value: parsed.data };
  return {
    refusal: invalidInput(parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))),
  };
}
