import { Field, ObjectType } from '@nestjs/graphql';
import { Node, PageInfo, Policy } from '@sos/platform-server';

@ObjectType({ implements: () => [Node], description: 'One change that somebody made, as a feed tells it.' })
@Policy('signed in')
export class ActivityEntry extends Node {
  @Field(() => Date, { description: 'When it happened.' }) occurredAt: Date;
  @Field({ description: 'Who did it, by the name at that time.' }) actorLabel: string;
  @Field({ description: 'Past-tense words that follow the name: `posted Blocked on`.' }) action: string;
  @Field({ description: 'GraphQL type of the thing that changed.' }) subjectType: string;
  @Field({ description: 'Its title at that time.' }) subjectLabel: string;
  @Field(() => String, { nullable: true, description: 'Path within the hub.' }) subjectPath: string | null;
  @Field(() => String, { nullable: true, description: 'The note or the reason.' }) detail: string | null;
  /** Opaque here; the domain that knows people makes `actor` of it. */
  actorId: string | null;
}

@ObjectType({ description: 'One row of a feed.' })
@Policy('signed in')
export class ActivityEdge {
  @Field({ description: 'Stable place of the row in the feed.' }) cursor: string;
  @Field(() => ActivityEntry, { description: 'The row.' }) node: ActivityEntry;
}

@ObjectType({ description: 'A page of a feed, latest first.' })
@Policy('signed in')
export class ActivityConnection {
  @Field(() => [ActivityEdge], { description: 'The rows of this page.' }) edges: ActivityEdge[];
  @Field(() => PageInfo, { description: 'Where the page stands.' }) pageInfo: PageInfo;
}
