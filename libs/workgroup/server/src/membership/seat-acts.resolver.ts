import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Policy, type HubContext } from '@sos/platform-server';
import { SeatActs } from './seat-acts';
import {
  AddSeatInput,
  ChangeSeatTermInput,
  FillSeatInput,
  NameAlternateInput,
  SeatResult,
  VacateSeatInput,
} from './seat-acts.types';

@Resolver()
export class SeatActsResolver {
  constructor(private readonly seats: SeatActs) {}

  @Mutation(() => SeatResult, { description: 'Adds an agency’s seat to a body, vacant or with a person.' })
  @Policy('chair of', 'staff', 'administrator')
  addSeat(@Args('input') input: AddSeatInput, @Context() context: HubContext): Promise<SeatResult> {
    return this.seats.add(input, context);
  }

  @Mutation(() => SeatResult, { description: 'Gives a vacant seat to a person, from today on.' })
  @Policy('chair of', 'staff', 'administrator')
  fillSeat(@Args('input') input: FillSeatInput, @Context() context: HubContext): Promise<SeatResult> {
    return this.seats.fill(input, context);
  }

  @Mutation(() => SeatResult, { description: 'Ends a person’s time in a seat at once; the seat stays, vacant.' })
  @Policy('chair of', 'staff', 'administrator')
  vacateSeat(@Args('input') input: VacateSeatInput, @Context() context: HubContext): Promise<SeatResult> {
    return this.seats.vacate(input, context);
  }

  @Mutation(() => SeatResult, { description: 'Names who takes part when the person cannot, or nobody.' })
  @Policy('chair of', 'staff', 'administrator')
  nameAlternate(@Args('input') input: NameAlternateInput, @Context() context: HubContext): Promise<SeatResult> {
    return this.seats.nameAlternate(input, context);
  }

  @Mutation(() => SeatResult, { description: 'Moves the last day of a seat.' })
  @Policy('chair of', 'staff', 'administrator')
  changeSeatTerm(@Args('input') input: ChangeSeatTermInput, @Context() context: HubContext): Promise<SeatResult> {
    return this.seats.changeTerm(input, context);
  }
}
