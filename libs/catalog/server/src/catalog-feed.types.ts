import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Node, Policy } from '@sos/platform-server';
import { CatalogImportState } from './data-source.enums';

/** Key of the feed that the workgroup curates by hand. */
export const curatedFeedKey = 'hub';

@ObjectType({ description: 'Something that is not as the schema asks, or could not be kept, in a dataset of a feed.' })
@Policy('signed in')
export class CatalogProblem {
  @Field(() => String, { nullable: true, description: 'Identifier of the dataset, if it has one.' })
  identifier: string | null;
  @Field({ description: 'Where in the dataset, such as `distribution.0.mediaType`.' }) path: string;
  @Field({ description: 'What is wrong, in plain words.' }) message: string;
}

@ObjectType({ implements: () => [Node], description: 'One run of an import.' })
@Policy('signed in')
export class CatalogImport extends Node {
  @Field({ description: 'Key of the feed that is imported.' }) feedKey: string;
  @Field({ description: 'Address or name of what is read.' }) location: string;
  @Field({ description: 'Whether it only tells what would change.' }) dryRun: boolean;
  @Field(() => CatalogImportState, { description: 'Where it stands.' }) state: CatalogImportState;
  @Field(() => Date, { description: 'When it began.' }) startedAt: string;
  @Field(() => Date, { nullable: true, description: 'When it ended.' }) finishedAt: string | null;
  @Field(() => Int, { description: 'Datasets looked at so far.' }) processed: number;
  @Field(() => Int, { nullable: true, description: 'Datasets in the feed, once they are counted.' })
  total: number | null;
  @Field(() => Int, { description: 'Datasets that were not in the catalog.' }) added: number;
  @Field(() => Int, { description: 'Datasets that differ from what the catalog had, or came back.' }) changed: number;
  @Field(() => Int, { description: 'Datasets that are as they were.' }) unchanged: number;
  @Field(() => Int, { description: 'Datasets that disappeared from the feed: marked withdrawn, never deleted.' })
  removed: number;
  @Field(() => Int, { description: 'Datasets without an identifier or title, or given twice: not imported.' })
  rejected: number;
  @Field(() => Int, { description: 'Datasets that were imported although they break the schema.' })
  withProblems: number;
  @Field(() => Int, { description: 'How many problems there are.' }) problemCount: number;
  @Field(() => String, { nullable: true, description: 'What the file was, when it is no catalog.' })
  failure: string | null;
  /** Becomes `startedBy` through a loader. */
  startedById: string | null;
}

@ObjectType({ description: 'Where records come from: the curated catalog, or the data.json of a publisher.' })
@Policy('signed in')
export class CatalogFeed {
  @Field({ description: 'Short key; with a dataset’s identifier it makes the identity of a record.' }) key: string;
  @Field({ description: 'What people call it.' }) title: string;
  @Field(() => String, { nullable: true, description: 'Address or file that was imported last.' })
  location: string | null;
  @Field({ description: 'Whether the workgroup writes these records itself.' }) isCurated: boolean;
}
