import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { CalendarDate, Policy, type HubContext } from '@sos/platform-server';
import { AsOfReaders } from './as-of.service';
import { AsOf } from './as-of.types';

@Resolver()
export class AsOfResolver {
  constructor(private readonly readers: AsOfReaders) {}

  @Query(() => AsOf, {
    nullable: true,
    description: 'What a goal, objective, action item or data source was at the end of a day; null for an unknown id.',
  })
  @Policy('signed in')
  asOf(
    @Args('id', { type: () => ID, description: 'The thing.' }) id: string,
    @Args('date', { type: () => CalendarDate, description: 'The day; one to come is like today.' }) date: string,
    @Context() context: HubContext,
  ): Promise<AsOf | null> {
    return this.readers.read(id, date, context);
  }
}
