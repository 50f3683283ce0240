import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CalendarDate, Node, Policy } from '@sos/platform-server';

export enum SeatRole {
  CHAIR = 'chair',
  CO_CHAIR = 'co_chair',
  MEMBER = 'member',
}

registerEnumType(SeatRole, {
  name: 'SeatRole',
  description: 'What the person in a seat does.',
  valuesMap: {
    CHAIR: { description: 'Leads the body and declares health.' },
    CO_CHAIR: { description: 'Leads it together with the chair.' },
    MEMBER: { description: 'Represents the agency.' },
  },
});

@ObjectType({ implements: () => [Node], description: 'An agency’s place in the workgroup or a sub-group, for a term.' })
@Policy('signed in')
export class Seat extends Node {
  @Field(() => SeatRole, { description: 'Chair, co-chair or member.' }) role: SeatRole;
  @Field(() => CalendarDate, { description: 'First day of the term.' }) startsOn: string;
  @Field(() => CalendarDate, { nullable: true, description: 'Last day of the term; null: it goes on.' })
  endsOn: string | null;
  workgroupId: string;
  /** None: a seat in the workgroup itself. */
  subGroupId: string | null;
  agencyId: string;
  personId: string | null;
  alternateId: string | null;
}
