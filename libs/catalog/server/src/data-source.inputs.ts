import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { ActionItem } from '@sos/actions-server';
import {
  InvalidInputRefusal,
  NotAllowedRefusal,
  NotFoundRefusal,
  Policy,
  Refusal,
  RetriableInput,
} from '@sos/platform-server';
import { AccessLevel, BreakdownState, GeographicLevel, UpdateFrequency } from './data-source.enums';
import { DataSource } from './data-source.types';

const optionalText = (description: string) => Field(() => String, { nullable: true, description });
const optionalTexts = (description: string) => Field(() => [String], { nullable: true, description });

@InputType({ description: 'One way to the data: give a page, a file, or both.' })
export class DistributionInput {
  @optionalText('Name of the file or page.') title?: string | null;
  @optionalText('What it holds.') description?: string | null;
  @optionalText('Format as people say it, such as CSV.') format?: string | null;
  @optionalText('IANA media type, such as text/csv.') mediaType?: string | null;
  @optionalText('Page that leads to the data.') accessUrl?: string | null;
  @optionalText('Address of the file itself.') downloadUrl?: string | null;
}

const breakdown = (description: string) => Field(() => BreakdownState, { nullable: true, description });

@InputType({ description: 'What the data can be broken down by; what is left out is not known.' })
export class BreakdownsInput {
  @breakdown('By race.') race?: BreakdownState | null;
  @breakdown('By ethnicity.') ethnicity?: BreakdownState | null;
  @breakdown('By immigration status.') immigrationStatus?: BreakdownState | null;
  @breakdown('By language.') language?: BreakdownState | null;
  @breakdown('By household income.') householdIncome?: BreakdownState | null;
  @breakdown('By age.') age?: BreakdownState | null;
  @breakdown('By sex.') sex?: BreakdownState | null;
}

@InputType({ description: 'All facts of a curated data source; what is left out is empty afterwards.' })
export class DataSourceInput extends RetriableInput {
  @Field({ description: 'Name of the dataset, at most 300 characters.' }) title: string;
  @optionalText('Short name, such as SUDORS.') acronym?: string | null;
  @Field({ description: 'What it holds, in a few sentences.' }) description: string;
  @optionalText('What one record is, such as "one registered death".') recordUnit?: string | null;
  @Field(() => ID, { description: 'Agency that looks after the data.' }) stewardAgencyId: string;
  @Field(() => ID, { nullable: true, description: 'Person of that agency who looks after the data.' })
  stewardPersonId?: string | null;
  @optionalText('Unit within the agency.') stewardUnit?: string | null;
  @optionalText('Whom to write to.') contactName?: string | null;
  @optionalText('Where to write to. Published with the record when the data is public.') contactEmail?: string | null;
  @Field(() => [String], { description: 'At least one word that it should be found by.' }) keywords: string[];
  @Field(() => [String], { description: 'At least one topic.' }) themes: string[];
  @Field(() => AccessLevel, { description: 'Who can get the data.' }) accessLevel: AccessLevel;
  @optionalTexts('How to get access, step by step.') accessRoute?: string[] | null;
  @optionalText('Restrictions, at most 255 characters.') rights?: string | null;
  @optionalText('Law or agreement that governs its use.') legalBasis?: string | null;
  @optionalText('Address of the license.') license?: string | null;
  @optionalTexts('What to keep in mind when using it.') knownLimits?: string[] | null;
  @optionalText('How small counts are hidden.') suppressionPractice?: string | null;
  @optionalTexts('Questions that it answers.') questions?: string[] | null;
  @Field(() => UpdateFrequency, { nullable: true, description: 'How often new data appears.' })
  updateFrequency?: UpdateFrequency | null;
  @optionalText('Time between an event and its record, as people say it.') lag?: string | null;
  @Field(() => Int, { nullable: true, description: 'The lag in days, 0 or more.' }) lagDays?: number | null;
  @optionalText('Area that it covers, in words.') spatial?: string | null;
  @Field(() => [GeographicLevel], { nullable: true, description: 'Places that it tells apart.' })
  geographicLevels?: GeographicLevel[] | null;
  @optionalText('Time that it covers, in words.') temporal?: string | null;
  @Field(() => Int, { nullable: true, description: 'First year covered.' }) firstYear?: number | null;
  @Field(() => Int, { nullable: true, description: 'Last year covered; none: it goes on.' }) lastYear?: number | null;
  @Field(() => BreakdownsInput, { nullable: true, description: 'What it can be broken down by.' })
  breakdowns?: BreakdownsInput | null;
  @optionalText('Page about the dataset.') landingPage?: string | null;
  @Field(() => [DistributionInput], { nullable: true, description: 'Ways to the data.' })
  distributions?: DistributionInput[] | null;
}

@InputType({ description: 'A record of the curated catalog to remove.' })
export class RemoveDataSourceInput extends RetriableInput {
  @Field(() => ID, { description: 'The data source.' }) dataSourceId: string;
}

@ObjectType({ description: 'The data source as it is now.' })
@Policy('signed in')
export class DataSourceSuccess {
  readonly __typename = 'DataSourceSuccess';
  @Field(() => DataSource, { description: 'The data source.' }) dataSource: DataSource;
}

@ObjectType({
  implements: () => [Refusal],
  description: 'Somebody else changed the record since it was read; nothing was overwritten.',
})
@Policy('signed in')
export class StaleDataSourceRefusal extends Refusal {
  readonly __typename = 'StaleDataSourceRefusal';
  @Field(() => DataSource, { description: 'The record as it is now.' }) current: DataSource;
}

@ObjectType({ description: 'The link was made or taken away; doing it twice changes nothing.' })
@Policy('signed in')
export class LinkDataSourceSuccess {
  readonly __typename = 'LinkDataSourceSuccess';
  @Field(() => ActionItem, { description: 'The action item.' }) actionItem: ActionItem;
  @Field(() => DataSource, { description: 'The data source.' }) dataSource: DataSource;
}

const resolveType = (value: { __typename: string }) => value.__typename;

export const DataSourceResult = createUnionType({
  name: 'DataSourceResult',
  description: 'The new data source, or why there is none.',
  types: () => [DataSourceSuccess, NotAllowedRefusal, NotFoundRefusal, InvalidInputRefusal] as const,
  resolveType,
});
export type DataSourceResult = DataSourceSuccess | NotAllowedRefusal | NotFoundRefusal | InvalidInputRefusal;

export const EditDataSourceResult = createUnionType({
  name: 'EditDataSourceResult',
  description: 'The changed data source, or why it was not changed.',
  types: () =>
    [DataSourceSuccess, StaleDataSourceRefusal, NotAllowedRefusal, NotFoundRefusal, InvalidInputRefusal] as const,
  resolveType,
});
export type EditDataSourceResult = DataSourceResult | StaleDataSourceRefusal;

export const LinkDataSourceResult = createUnionType({
  name: 'LinkDataSourceResult',
  description: 'The linked things, or why they were not linked.',
  types: () => [LinkDataSourceSuccess, NotAllowedRefusal, NotFoundRefusal] as const,
  resolveType,
});
export type LinkDataSourceResult = LinkDataSourceSuccess | NotAllowedRefusal | NotFoundRefusal;
