import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CalendarDate, Policy } from '@sos/platform-server';

/** How a value is drawn. */
export enum AsOfFieldKind {
  TEXT = 'TEXT',
  DATE = 'DATE',
  LIST = 'LIST',
}
registerEnumType(AsOfFieldKind, {
  name: 'AsOfFieldKind',
  description: 'How the values of a field are drawn.',
  valuesMap: {
    TEXT: { description: 'One text, or none.' },
    DATE: { description: 'One calendar date, YYYY-MM-DD, or none.' },
    LIST: { description: 'Any number of short texts.' },
  },
});

@ObjectType({ description: 'One field of a thing, as it was on a date and as it is now, in words.' })
@Policy('signed in')
export class AsOfField {
  @Field({ description: 'Its name, as changes name it.' }) name: string;
  @Field({ description: 'Its label for people.' }) label: string;
  @Field(() => AsOfFieldKind, { description: 'How its values are drawn.' }) kind: AsOfFieldKind;
  @Field(() => [String], { description: 'Its value at the end of that day; empty: none.' }) then: string[];
  @Field(() => [String], { description: 'Its value now; empty: none.' }) now: string[];
  @Field({ description: 'Whether the two differ.' }) isChanged: boolean;
}

@ObjectType({ description: 'One change that was made after the date.' })
@Policy('signed in')
export class AsOfChange {
  @Field(() => Date, { description: 'When it was made.' }) occurredAt: Date;
  @Field({ description: 'Who made it, by the name at that time.' }) actorLabel: string;
  @Field({ description: 'Past-tense words that follow the name: `posted Blocked on`.' }) action: string;
  @Field(() => String, { nullable: true, description: 'The note or the reason.' }) detail: string | null;
  @Field(() => [String], { description: 'Labels of the fields that it changed.' }) fields: string[];
}

@ObjectType({ description: 'What a thing was at the end of a day of the workgroup’s calendar, beside what it is now.' })
@Policy('signed in')
export class AsOf {
  @Field(() => CalendarDate, { description: 'The day.' }) date: string;
  @Field({ description: 'Whether it existed, for the viewer, at the end of that day. If not, there are no fields.' })
  existed: boolean;
  @Field(() => CalendarDate, { description: 'The day from which on it can be looked at.' }) since: string;
  @Field(() => [AsOfField], { description: 'Its fields.' }) fields: AsOfField[];
  @Field(() => [AsOfChange], { description: 'What was changed since, latest first; at most the latest 100.' })
  changes: AsOfChange[];
}
