import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RemovedThing } from '@sos/activity-server';
import { InvalidInputRefusal, Node, NotFoundRefusal, Policy, RetriableInput } from '@sos/platform-server';

export enum SavedViewPage {
  ITEMS = 'items',
  DATA = 'data',
}

registerEnumType(SavedViewPage, {
  name: 'SavedViewPage',
  description: 'Pages whose filters can be kept.',
  valuesMap: { ITEMS: { description: 'All action items.' }, DATA: { description: 'The data catalog.' } },
});

@ObjectType({ implements: () => [Node], description: 'Filters of a page, kept under a name; only its person sees it.' })
@Policy('signed in')
export class SavedView extends Node {
  @Field(() => SavedViewPage, { description: 'The page.' }) page: SavedViewPage;
  @Field({ description: 'What the person calls it.' }) name: string;
  @Field({ description: 'Query string without the question mark.' }) queryString: string;
}

@InputType({ description: 'Filters to keep. A view of the same name on the same page is replaced.' })
export class SaveViewInput extends RetriableInput {
  @Field(() => SavedViewPage, { description: 'The page.' }) page: SavedViewPage;
  @Field({ description: 'At most 60 characters.' }) name: string;
  @Field({ description: 'Query string without the question mark.' }) queryString: string;
}

@ObjectType({ description: 'The view was kept.' })
@Policy('signed in')
export class SaveViewSuccess {
  readonly __typename = 'SaveViewSuccess';
  @Field(() => SavedView, { description: 'The view.' }) savedView: SavedView;
}

export const SaveViewResult = createUnionType({
  name: 'SaveViewResult',
  description: 'The kept view, or why it was not kept.',
  types: () => [SaveViewSuccess, InvalidInputRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
export type SaveViewResult = SaveViewSuccess | InvalidInputRefusal;

@ObjectType({ description: 'The view is gone.' })
@Policy('signed in')
export class DeleteSavedViewSuccess {
  readonly __typename = 'DeleteSavedViewSuccess';
  @Field(() => ID, { description: 'Id that it had.' }) deletedId: string;
  @Field(() => RemovedThing, { description: 'What was removed: it can be restored for 30 days.' })
  removed: RemovedThing;
}

export const DeleteSavedViewResult = createUnionType({
  name: 'DeleteSavedViewResult',
  description: 'That it is gone, or why not.',
  types: () => [DeleteSavedViewSuccess, NotFoundRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
export type DeleteSavedViewResult = DeleteSavedViewSuccess | NotFoundRefusal;
