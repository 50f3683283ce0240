import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Policy } from '@sos/platform-server';
import { AccessExplanation } from './access.types';
import { ExplainAccess } from './explain-access';

@Resolver()
export class AccessResolver {
  constructor(private readonly access: ExplainAccess) {}

  @Query(() => AccessExplanation, {
    nullable: true,
    description: 'What somebody may do with something and why, or why not; null when there is no such person or thing.',
  })
  @Policy('administrator')
  accessExplanation(
    @Args('personId', { type: () => ID, description: 'Whom it is about.' }) personId: string,
    @Args('thingId', { type: () => ID, nullable: true, description: 'The thing; left out: the hub as a whole.' })
    thingId: string | null,
  ): Promise<AccessExplanation | null> {
    return this.access.explain(personId, thingId ?? null);
  }
}
