import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { PageInfo, Policy } from '@sos/platform-server';
import { AccessLevel, GeographicLevel, UpdateFrequency } from '../data-source.enums';
import { DataSource } from '../data-source.types';

@InputType({ description: 'Narrows a search: one of the values within a field, all of the fields together.' })
export class DataSourceFilter {
  @Field(() => [String], { nullable: true, description: 'Values of the facet `agencies`.' })
  agencyKeys?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Topics.' }) themes?: string[] | null;
  @Field(() => [GeographicLevel], { nullable: true, description: 'Places that the data tells apart.' })
  geographicLevels?: GeographicLevel[] | null;
  @Field(() => Int, { nullable: true, description: 'Covers this year or a later one.' }) fromYear?: number | null;
  @Field(() => Int, { nullable: true, description: 'Covers this year or an earlier one.' }) toYear?: number | null;
  @Field(() => [AccessLevel], { nullable: true, description: 'Who can get the data.' })
  accessLevels?: AccessLevel[] | null;
  @Field(() => [UpdateFrequency], { nullable: true, description: 'How often new data appears.' })
  updateFrequencies?: UpdateFrequency[] | null;
  @Field(() => [String], { nullable: true, description: 'Keys of feeds.' }) feedKeys?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Also what has disappeared from its feed.' })
  includeWithdrawn?: boolean | null;
}

@ObjectType({ description: 'A value that the results can be narrowed to.' })
@Policy('signed in')
export class FacetValue {
  @Field({ description: 'To be given back in the filter.' }) value: string;
  @Field({ description: 'For the person.' }) label: string;
  @Field(() => Int, { description: 'How many results it would leave, or add to those of this facet’s other values.' })
  count: number;
  @Field({ description: 'Whether the filter has it.' }) selected: boolean;
}

@ObjectType({
  description:
    'Values that lead to results. The counts of a facet heed every filter but its own, so that a second value can be added.',
})
@Policy('signed in')
export class DataSourceFacets {
  @Field(() => [FacetValue], { description: 'Steward, else publisher.' }) agencies: FacetValue[];
  @Field(() => [FacetValue], { description: 'Topics, the most frequent 60.' }) themes: FacetValue[];
  @Field(() => [FacetValue], { description: 'Places told apart, largest first.' }) geographicLevels: FacetValue[];
  @Field(() => [FacetValue], { description: 'Who can get the data.' }) accessLevels: FacetValue[];
  @Field(() => [FacetValue], { description: 'How often new data appears.' }) updateFrequencies: FacetValue[];
  @Field(() => Int, { nullable: true, description: 'Earliest year covered by what matches.' })
  firstYear: number | null;
  @Field(() => Int, { nullable: true, description: 'Latest year covered by what matches.' }) lastYear: number | null;
}

@ObjectType({ description: 'A match; U+E000 and U+E001 surround what was matched.' })
@Policy('signed in')
export class DataSourceMatch {
  @Field(() => DataSource, { description: 'What was found.' }) dataSource: DataSource;
  @Field({ description: 'The title with the matched words marked.' }) titleHighlight: string;
  @Field({ description: 'The part of the description that fits best, with the matched words marked.' })
  excerpt: string;
}

@ObjectType({ description: 'One row of a search.' })
@Policy('signed in')
export class DataSourceMatchEdge {
  @Field({ description: 'Stable place of the row in the results.' }) cursor: string;
  @Field(() => DataSourceMatch, { description: 'The match.' }) node: DataSourceMatch;
}

@ObjectType({ description: 'Words added from the field’s vocabulary.' })
@Policy('signed in')
export class UnderstoodTerm {
  @Field({ description: 'As the person wrote it.' }) written: string;
  @Field({ description: 'The field’s word for it, which was searched too.' }) understoodAs: string;
}

@ObjectType({ description: 'A page of search results, with what the search made of the words.' })
@Policy('signed in')
export class DataSourceSearch {
  @Field(() => [DataSourceMatchEdge], { description: 'The matches of this page.' }) edges: DataSourceMatchEdge[];
  @Field(() => PageInfo, { description: 'Where the page stands.' }) pageInfo: PageInfo;
  @Field(() => Int, { description: 'How many match in all; exact.' }) totalCount: number;
  @Field(() => DataSourceFacets, { description: 'Values to narrow the results to.' }) facets: DataSourceFacets;
  @Field(() => String, { nullable: true, description: 'Text actually searched, if a typo was mended.' })
  correctedText: string | null;
  @Field(() => String, { nullable: true, description: 'A better spelling, if the words as written were searched.' })
  didYouMean: string | null;
  @Field(() => [UnderstoodTerm], { description: 'Words added from the field’s vocabulary.' })
  understoodTerms: UnderstoodTerm[];
  @Field(() => [String], {
    description:
      'Breakdowns that the words ask for, so that rows can show them: a field of `Breakdowns` (`race`) or a `GeographicLevel` (`COUNTY`).',
  })
  askedBreakdowns: string[];
  @Field({ description: 'Whether nothing has all the words, so that this is what has some of them.' })
  matchesSomeWords: boolean;
}
