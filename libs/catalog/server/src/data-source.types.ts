import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Agency, Person } from '@sos/identity-server';
import { Node, Policy } from '@sos/platform-server';
import { CatalogFeed, CatalogProblem } from './catalog-feed.types';
import { AccessLevel, BreakdownState, GeographicLevel, UpdateFrequency } from './data-source.enums';

@ObjectType({ description: 'What the data can be broken down by.' })
@Policy('signed in')
export class Breakdowns {
  @Field(() => BreakdownState, { description: 'By race.' }) race: BreakdownState;
  @Field(() => BreakdownState, { description: 'By ethnicity.' }) ethnicity: BreakdownState;
  @Field(() => BreakdownState, { description: 'By immigration status.' }) immigrationStatus: BreakdownState;
  @Field(() => BreakdownState, { description: 'By language.' }) language: BreakdownState;
  @Field(() => BreakdownState, { description: 'By household income.' }) householdIncome: BreakdownState;
  @Field(() => BreakdownState, { description: 'By age.' }) age: BreakdownState;
  @Field(() => BreakdownState, { description: 'By sex.' }) sex: BreakdownState;
}

@ObjectType({ description: 'One way to the data: a file or a page.' })
@Policy('signed in')
export class Distribution {
  @Field(() => ID, { description: 'Changes when the record changes.' }) id: string;
  @Field(() => String, { nullable: true, description: 'Name of the file or page.' }) title: string | null;
  @Field(() => String, { nullable: true, description: 'What it holds.' }) description: string | null;
  @Field(() => String, { nullable: true, description: 'Format as people say it, such as CSV.' }) format: string | null;
  @Field(() => String, { nullable: true, description: 'IANA media type, such as text/csv.' }) mediaType: string | null;
  @Field(() => String, { nullable: true, description: 'Page that leads to the data.' }) accessUrl: string | null;
  @Field(() => String, { nullable: true, description: 'Address of the file itself.' }) downloadUrl: string | null;
}

@ObjectType({ description: 'How many of the facts that the workgroup asks of a source are given.' })
@Policy('signed in')
export class Completeness {
  @Field(() => Int, { description: 'Facts that are given.' }) given: number;
  @Field(() => Int, { description: 'Facts that are asked for.' }) asked: number;
  @Field(() => [String], { description: 'Facts that are missing, as labels.' }) missing: string[];
}

@ObjectType({
  implements: () => [Node],
  description: 'A data source: one dataset in DCAT-US terms, with what the workgroup needs to know to use it.',
})
@Policy('signed in')
export class DataSource extends Node {
  @Field({ description: 'Its place under /data.' }) slug: string;
  @Field({ description: 'Identifier within its feed.' }) identifier: string;
  @Field({ description: 'Name of the dataset.' }) title: string;
  @Field(() => String, { nullable: true, description: 'Short name, such as SUDORS.' }) acronym: string | null;
  @Field({ description: 'What it holds, in a few sentences.' }) description: string;
  @Field(() => String, { nullable: true, description: 'What one record is, such as "one registered death".' })
  recordUnit: string | null;
  @Field(() => String, { nullable: true, description: 'Publisher as the record names it.' })
  publisherName: string | null;
  @Field(() => Agency, { nullable: true, description: 'Publisher, if it is an agency of the hub.' })
  publisherAgency: Agency | null;
  @Field(() => Agency, { nullable: true, description: 'Agency that looks after the data.' })
  stewardAgency: Agency | null;
  @Field(() => Person, { nullable: true, description: 'Person who looks after the data.' })
  stewardPerson: Person | null;
  @Field(() => String, { nullable: true, description: 'Unit within the agency.' }) stewardUnit: string | null;
  @Field(() => String, { nullable: true, description: 'Whom to write to.' }) contactName: string | null;
  @Field(() => String, { nullable: true, description: 'Where to write to.' }) contactEmail: string | null;
  @Field(() => [String], { description: 'Words that it should be found by.' }) keywords: string[];
  @Field(() => [String], { description: 'Topics.' }) themes: string[];
  @Field(() => AccessLevel, { description: 'Who can get the data.' }) accessLevel: AccessLevel;
  @Field(() => [String], { description: 'How to get access, step by step.' }) accessRoute: string[];
  @Field(() => String, { nullable: true, description: 'Restrictions, in the publisher’s words.' })
  rights: string | null;
  @Field(() => String, { nullable: true, description: 'Law or agreement that governs its use.' })
  legalBasis: string | null;
  @Field(() => String, { nullable: true, description: 'Address of the license.' }) license: string | null;
  @Field(() => [String], { description: 'What to keep in mind when using it.' }) knownLimits: string[];
  @Field(() => String, { nullable: true, description: 'How small counts are hidden.' })
  suppressionPractice: string | null;
  @Field(() => [String], { description: 'Questions that it answers.' }) questions: string[];
  @Field(() => UpdateFrequency, { description: 'How often new data appears.' }) updateFrequency: UpdateFrequency;
  @Field(() => String, { nullable: true, description: 'Time between an event and its record, as people say it.' })
  lag: string | null;
  @Field(() => Int, { nullable: true, description: 'The lag in days.' }) lagDays: number | null;
  @Field(() => String, { nullable: true, description: 'Area that it covers, in words.' }) spatial: string | null;
  @Field(() => [GeographicLevel], { description: 'Places that it tells apart.' }) geographicLevels: GeographicLevel[];
  @Field(() => String, { nullable: true, description: 'Time that it covers, in the publisher’s words.' })
  temporal: string | null;
  @Field(() => Int, { nullable: true, description: 'First year covered.' }) firstYear: number | null;
  @Field(() => Int, { nullable: true, description: 'Last year covered; null with a first year: it goes on.' })
  lastYear: number | null;
  @Field(() => Breakdowns, { description: 'What it can be broken down by.' }) breakdowns: Breakdowns;
  @Field(() => String, { nullable: true, description: 'Page about the dataset.' }) landingPage: string | null;
  @Field(() => String, { nullable: true, description: 'When it was first published, as the record says it.' })
  issued: string | null;
  @Field(() => String, { nullable: true, description: 'When the dataset last changed, as the record says it.' })
  modified: string | null;
  @Field(() => [Distribution], { description: 'Ways to the data.' }) distributions: Distribution[];
  @Field(() => CatalogFeed, { description: 'Where the record comes from: the curated catalog or a feed.' })
  feed: CatalogFeed;
  @Field(() => [CatalogProblem], { description: 'Problems found on import.' }) problems: CatalogProblem[];
  @Field(() => String, { nullable: true, description: 'Where the facts of the record come from.' })
  sourceReference: string | null;
  @Field(() => String, { nullable: true, description: 'How far the facts were verified.' })
  verification: string | null;
  @Field(() => Date, { nullable: true, description: 'Set when it disappeared from its feed.' })
  withdrawnAt: string | null;
  @Field(() => Int, { description: 'To be given back with an edit.' }) version: number;
  @Field(() => Date, { description: 'When the record last changed.' }) changedAt: string;
}
