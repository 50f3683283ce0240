import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Policy, type HubContext } from '@sos/platform-server';
import { SavedViewService } from './saved-view.service';
import { DeleteSavedViewResult, SavedView, SavedViewPage, SaveViewInput, SaveViewResult } from './saved-view.types';

@Resolver()
export class SavedViewResolver {
  constructor(private readonly views: SavedViewService) {}

  @Query(() => [SavedView], { description: 'The viewer’s own views of a page, by name.' })
  @Policy('signed in')
  savedViews(
    @Args('page', { type: () => SavedViewPage, description: 'The page.' }) page: SavedViewPage,
    @Context() context: HubContext,
  ): Promise<SavedView[]> {
    return this.views.list(page, context);
  }

  @Mutation(() => SaveViewResult, { description: 'Keeps filters under a name, for the viewer alone.' })
  @Policy('signed in')
  saveView(@Args('input') input: SaveViewInput, @Context() context: HubContext): Promise<SaveViewResult> {
    return this.views.save(input, context);
  }

  @Mutation(() => DeleteSavedViewResult, { description: 'Deletes one of the viewer’s own views.' })
  @Policy('signed in')
  deleteSavedView(
    @Args('id', { type: () => ID, description: 'The view.' }) id: string,
    @Context() context: HubContext,
  ): Promise<DeleteSavedViewResult> {
    return this.views.delete(id, context);
  }
}
