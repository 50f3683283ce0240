import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { CalendarDate, InvalidInputRefusal, NotAllowedRefusal, NotFoundRefusal, Policy } from '@sos/platform-server';
import { Seat } from '@sos/workgroup-server';
import { ActionItem } from './action-item.types';

@InputType({ description: 'A seat that passes to somebody else, with the open work of whoever had it.' })
export class HandOverSeatInput {
  @Field(() => ID, { description: 'The seat.' }) seatId: string;
  @Field(() => ID, { description: 'Who takes it over, from today on.' }) toPersonId: string;
  @Field(() => [ID], {
    nullable: true,
    description: 'Open items that go along; left out: those of `itemsToHandOver`. An empty list: none.',
  })
  actionItemIds?: string[] | null;
  @Field(() => CalendarDate, { nullable: true, description: 'Last day; left out: as it is.' }) endsOn?: string | null;
}

@ObjectType({ description: 'Seat and work have passed on; what was posted before stays whose it was.' })
@Policy('signed in')
export class HandOverSeatSuccess {
  readonly __typename = 'HandOverSeatSuccess';
  @Field(() => Seat, { description: 'The seat that runs from today.' }) seat: Seat;
  @Field(() => [ActionItem], { description: 'The items that went along.' }) movedItems: ActionItem[];
}

export const HandOverSeatResult = createUnionType({
  name: 'HandOverSeatResult',
  description: 'That the seat has passed on, or why not.',
  types: () => [HandOverSeatSuccess, NotAllowedRefusal, NotFoundRefusal, InvalidInputRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
export type HandOverSeatResult = HandOverSeatSuccess | NotAllowedRefusal | NotFoundRefusal | InvalidInputRefusal;
