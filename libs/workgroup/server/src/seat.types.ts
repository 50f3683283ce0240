import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Agency, Person } from '@sos/identity-server';
import { CalendarDate, Node, Policy } from '@sos/platform-server';
import { SubGroup } from './sub-group.types';

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
  @Field(() => Agency, { description: 'The agency whose seat it is.' }) agency: Agency;
  @Field(() => Person, { nullable: true, description: 'Null: the seat is vacant.' }) person: Person | null;
  @Field(() => Person, { nullable: true, description: 'Takes part when the person cannot.' }) alternate: Person | null;
  @Field(() => SubGroup, { nullable: true, description: 'Null: a seat in the workgroup itself.' })
  subGroup: SubGroup | null;
  @Field(() => Int, { description: 'Grows with each change; give it back as `expectedVersion`.' }) version: number;
  /** Becomes `workgroup` through a loader. */
  workgroupId: string;
}
