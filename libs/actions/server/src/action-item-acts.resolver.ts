import { Args, Context, Info, Mutation, Resolver } from '@nestjs/graphql';
import { RemoveResult } from '@sos/activity-server';
import { Policy, type HubContext } from '@sos/platform-server';
import type { GraphQLResolveInfo } from 'graphql';
import { MoveActionItemInput, PostUpdateInput, PostUpdateResult } from './action-item-update.types';
import { AnswerHelpRequest } from './answer-help-request';
import { CreateActionItem } from './create-action-item';
import { EditActionItem } from './edit-action-item';
import { AnswerHelpRequestInput, AnswerHelpRequestResult, ReopenHelpRequestInput } from './help-request.types';
import { OpenToWorkgroup } from './open-to-workgroup';
import { PostUpdate } from './post-update';
import { RemoveActionItem } from './remove-action-item';
import { ReopenHelpRequest } from './reopen-help-request';
import {
  CreateActionItemInput,
  CreateActionItemResult,
  EditActionItemInput,
  EditActionItemResult,
  OpenToWorkgroupInput,
  RemoveActionItemInput,
} from './write-action-item.types';

@Resolver()
export class ActionItemActsResolver {
  constructor(
    private readonly createItem: CreateActionItem,
    private readonly editItem: EditActionItem,
    private readonly openToWorkgroup: OpenToWorkgroup,
    private readonly update: PostUpdate,
    private readonly help: AnswerHelpRequest,
    private readonly reopening: ReopenHelpRequest,
    private readonly removing: RemoveActionItem,
  ) {}

  @Mutation(() => CreateActionItemResult, { description: 'Opens an action item for a sub-group.' })
  @Policy('own sub-group', 'chair of', 'staff', 'administrator')
  createActionItem(
    @Args('input') input: CreateActionItemInput,
    @Context() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CreateActionItemResult> {
    return this.createItem.create(input, context, info);
  }

  @Mutation(() => EditActionItemResult, { description: 'Changes what an item is: its texts, dates, people, place.' })
  @Policy("own agency's items", 'chair of', 'staff', 'administrator')
  editActionItem(
    @Args('input') input: EditActionItemInput,
    @Context() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<EditActionItemResult> {
    return this.editItem.edit(input, context, info);
  }

  @Mutation(() => EditActionItemResult, {
    description:
      'Lets the whole workgroup know of a restricted item and of what was posted on it. There is no way back.',
  })
  @Policy('chair of', 'staff', 'administrator')
  openActionItemToWorkgroup(
    @Args('input') input: OpenToWorkgroupInput,
    @Context() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<EditActionItemResult> {
    return this.openToWorkgroup.open(input, context, info);
  }

  @Mutation(() => PostUpdateResult, { description: 'Says how an item stands, and asks other agencies for help.' })
  @Policy("own agency's items", 'chair of', 'staff', 'administrator')
  postUpdate(
    @Args('input') input: PostUpdateInput,
    @Context() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PostUpdateResult> {
    return this.update.post(input, context, info);
  }

  @Mutation(() => PostUpdateResult, {
    description: 'Moves an item to another work status on the board; recorded as an update.',
  })
  @Policy("own agency's items", 'chair of', 'staff', 'administrator')
  moveActionItem(
    @Args('input') input: MoveActionItemInput,
    @Context() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PostUpdateResult> {
    return this.update.move(input, context, info);
  }

  @Mutation(() => RemoveResult, {
    description: 'Removes an item, with its updates and requests for help. It can be restored for 30 days.',
  })
  @Policy("own agency's items", 'chair of', 'staff', 'administrator')
  removeActionItem(@Args('input') input: RemoveActionItemInput, @Context() context: HubContext): Promise<RemoveResult> {
    return this.removing.remove(input, context);
  }

  @Mutation(() => AnswerHelpRequestResult, { description: 'An agency answers a request for its help.' })
  @Policy("own agency's items", 'staff')
  answerHelpRequest(
    @Args('input') input: AnswerHelpRequestInput,
    @Context() context: HubContext,
  ): Promise<AnswerHelpRequestResult> {
    return this.help.answer(input, context);
  }

  @Mutation(() => AnswerHelpRequestResult, {
    description:
      'Takes back that a request for help was closed: it is open or accepted as before, unless nobody waits for it.',
  })
  @Policy("own agency's items", 'staff')
  reopenHelpRequest(
    @Args('input') input: ReopenHelpRequestInput,
    @Context() context: HubContext,
  ): Promise<AnswerHelpRequestResult> {
    return this.reopening.reopen(input, context);
  }
}
