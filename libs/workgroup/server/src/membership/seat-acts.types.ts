import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  CalendarDate,
  InvalidInputRefusal,
  NotAllowedRefusal,
  NotFoundRefusal,
  Policy,
  Refusal,
  RetriableInput,
} from '@sos/platform-server';
import { Seat, SeatRole } from '../seat.types';

@InputType({ description: 'A place for an agency, with or without a person.' })
export class AddSeatInput extends RetriableInput {
  @Field(() => ID, { nullable: true, description: 'The sub-group; left out: the workgroup itself.' })
  subGroupId?: string | null;
  @Field(() => ID, { description: 'The agency whose seat it is.' }) agencyId: string;
  @Field(() => SeatRole, { nullable: true, defaultValue: SeatRole.MEMBER, description: 'What its person does.' })
  role: SeatRole;
  @Field(() => ID, { nullable: true, description: 'Who takes it; left out: it is vacant.' }) personId?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: 'First day; left out: today.' }) startsOn?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: 'Last day; left out: it goes on.' }) endsOn?: string | null;
}

@InputType({ description: 'A person for a vacant seat.' })
export class FillSeatInput {
  @Field(() => ID, { description: 'The seat.' }) seatId: string;
  @Field(() => ID, { description: 'Who takes it, from today on.' }) personId: string;
  @Field(() => CalendarDate, { nullable: true, description: 'Last day; left out: as it is.' }) endsOn?: string | null;
}

@InputType({ description: 'The end of a person’s time in a seat, at once.' })
export class VacateSeatInput {
  @Field(() => ID, { description: 'The seat.' }) seatId: string;
}

@InputType({ description: 'Who takes part when the person cannot.' })
export class NameAlternateInput {
  @Field(() => ID, { description: 'The seat.' }) seatId: string;
  @Field(() => ID, { nullable: true, description: 'The alternate; null: nobody.' }) personId: string | null;
}

@InputType({ description: 'Another last day for a seat.' })
export class ChangeSeatTermInput {
  @Field(() => ID, { description: 'The seat.' }) seatId: string;
  @Field(() => Int, { description: 'Version that was seen.' }) expectedVersion: number;
  @Field(() => CalendarDate, { nullable: true, description: 'Last day; null: it goes on.' }) endsOn: string | null;
}

@ObjectType({ description: 'The seat as it stands now.' })
@Policy('signed in')
export class SeatSuccess {
  readonly __typename = 'SeatSuccess';
  @Field(() => Seat, {
    description: 'The seat that runs from today. After a change of person it has another id than the one before.',
  })
  seat: Seat;
}

@ObjectType({ implements: () => [Refusal], description: 'Somebody else changed the seat since.' })
@Policy('signed in')
export class StaleSeatRefusal extends Refusal {
  readonly __typename = 'StaleSeatRefusal';
  @Field(() => Seat, { description: 'The seat as it stands now.' }) current: Seat;
}

export const SeatResult = createUnionType({
  name: 'SeatResult',
  description: 'The seat, or why it stays as it is.',
  types: () => [SeatSuccess, StaleSeatRefusal, NotAllowedRefusal, NotFoundRefusal, InvalidInputRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
export type SeatResult = SeatSuccess | StaleSeatRefusal | NotAllowedRefusal | NotFoundRefusal | InvalidInputRefusal;
