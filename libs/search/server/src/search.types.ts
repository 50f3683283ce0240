import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Policy } from '@sos/platform-server';

export enum SearchKind {
  ACTION_ITEM = 'ActionItem',
  GOAL = 'Goal',
  OBJECTIVE = 'Objective',
  FOCUS_ITEM = 'FocusItem',
  SUB_GROUP = 'SubGroup',
  DATA_SOURCE = 'DataSource',
  AGENCY = 'Agency',
  PERSON = 'Person',
}

registerEnumType(SearchKind, {
  name: 'SearchKind',
  description: 'What a hit is.',
  valuesMap: {
    ACTION_ITEM: { description: 'An action item.' },
    GOAL: { description: 'A goal of the current workgroup.' },
    OBJECTIVE: { description: 'An objective of one of these goals.' },
    FOCUS_ITEM: { description: 'A focus item; its path leads to its action items.' },
    SUB_GROUP: { description: 'A sub-group, or a task force of the workgroup before.' },
    DATA_SOURCE: { description: 'A data source; restricted ones are found by their public description.' },
    AGENCY: { description: 'An agency.' },
    PERSON: { description: 'Somebody of the hub.' },
  },
});

@ObjectType({ description: 'Something that the search found.' })
@Policy('signed in')
export class SearchHit {
  @Field(() => ID, { description: 'Id of the thing itself.' }) id: string;
  @Field(() => SearchKind, { description: 'What it is.' }) kind: SearchKind;
  @Field({ description: 'Its name.' }) title: string;
  @Field(() => String, { nullable: true, description: 'What tells it from others of its kind.' }) detail: string | null;
  @Field({ description: 'Path within the hub.' }) path: string;
}

@ObjectType({ description: 'What the search found in all of the hub, best first.' })
@Policy('signed in')
export class SearchResults {
  @Field(() => [SearchHit], { description: 'The best hits, kinds taking turns.' }) hits: SearchHit[];
  @Field(() => Int, { description: 'How many there are in all.' }) totalCount: number;
}
