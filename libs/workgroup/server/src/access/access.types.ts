import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Person, TermState } from '@sos/identity-server';
import { CalendarDate, Policy } from '@sos/platform-server';

@ObjectType({ description: 'A seat, a role or a belonging that a ground rests on.' })
@Policy('administrator')
export class AccessHolding {
  @Field({ description: 'What it is, with its scope: `Co-chair of Harm Reduction, for DHCS`.' }) words: string;
  @Field(() => CalendarDate, { nullable: true, description: 'First day; null: it has no term.' })
  startsOn: string | null;
  @Field(() => CalendarDate, { nullable: true, description: 'Last day; null: it goes on, or has no term.' })
  endsOn: string | null;
  @Field(() => TermState, { description: 'Whether it holds today.' }) state: TermState;
  @Field(() => Person, { nullable: true, description: 'Who gave it; null: before the hub kept it.' })
  givenBy: Person | null;
  @Field(() => Date, { nullable: true, description: 'When it was given; null: before the hub kept it.' })
  givenAt: Date | null;
}

@ObjectType({ description: 'One reason that would be enough.' })
@Policy('administrator')
export class AccessGround {
  @Field({ description: 'Follows the person’s name: `chairs the workgroup`.' }) words: string;
  @Field({ description: 'Whether it is so today.' }) holds: boolean;
  @Field(() => [AccessHolding], {
    description: 'What it rests on; where it does not hold, what once did or is to come.',
  })
  holdings: AccessHolding[];
  @Field(() => String, { nullable: true, description: 'Who could give what is missing; null where it holds.' })
  whoGrants: string | null;
}

@ObjectType({ description: 'Whether somebody may do one thing, and the rule that decides it.' })
@Policy('administrator')
export class AccessAnswer {
  @Field({ description: 'Follows "may": `edit it`.' }) act: string;
  @Field({ description: 'The decision, by the rule that also decides the act itself.' }) isAllowed: boolean;
  @Field(() => String, { nullable: true, description: 'Why nobody may, as the thing or the person stands.' })
  closed: string | null;
  @Field(() => String, { nullable: true, description: 'What must be allowed first and is not: `see it`.' })
  needs: string | null;
  @Field(() => [AccessGround], { description: 'Every ground of the rule; one that holds is enough.' })
  grounds: AccessGround[];
  @Field({ description: 'Who can do it.' }) whoCan: string;
}

@ObjectType({ description: 'Why somebody may see and change something, or why not.' })
@Policy('administrator')
export class AccessExplanation {
  @Field(() => Person, { description: 'Whom it is about.' }) person: Person;
  @Field(() => ID, { nullable: true, description: 'Id of the thing; null: the hub as a whole.' }) thingId:
    string | null;
  @Field({ description: 'Its name.' }) label: string;
  @Field(() => String, { nullable: true, description: 'Path within the hub.' }) path: string | null;
  @Field(() => [AccessAnswer], { description: 'What may be done to it, seeing first.' }) answers: AccessAnswer[];
}
