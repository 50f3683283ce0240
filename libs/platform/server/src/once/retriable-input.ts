import { Field, InputType } from '@nestjs/graphql';

/** What every input of a mutation extends whose answer may be lost on its way back. */
@InputType({ isAbstract: true })
export abstract class RetriableInput {
  @Field(() => String, {
    nullable: true,
    description:
      'A name that the sender makes for this one intent, of 8 to 100 letters, digits, - and _. However often the same input comes with it within 48 hours, it is done once and answered alike.',
  })
  idempotencyKey?: string | null;
}
