import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  checkInput,
  Database,
  findAnswer,
  invalidInput,
  notAllowed,
  notFound,
  plainText,
  readIntent,
  requireViewer,
  uuidOf,
  webAddress,
  type FieldProblem,
  type HubContext,
  type Intent,
  type RetriableInput,
  type Row,
  type Viewer,
} from '@sos/platform-server';
import type { Person } from '@sos/identity-server';
import type { GraphQLResolveInfo } from 'graphql';
import { z } from 'zod';
import { itemParts, unionOfParts } from './action-item.parts';
import { mayPost, whoPosts } from './action-item.policy';
import { ActionItemRepository } from './action-item.repository';
import { ActionItemUpdates } from './action-item-update.list';
import { WorkStatus, type ActionItem } from './action-item.types';
import type {
  ActionItemUpdate,
  MoveActionItemInput,
  PostUpdateInput,
  PostUpdateResult,
} from './action-item-update.types';
import type { HelpRequest } from './help-request.types';
import { agenciesAreKnown, isElsewhere, maySeeThrough, postUpdateStatement } from './post-update.sql';
import { SqlParameters } from './sql-parameters';
import { staleItem } from './stale-item';
import { endsHelp, moveNote, statusWords } from './work-status.rules';

const updateSchema = z.object({
  note: plainText('The note', { minimum: 1, maximum: 500 }),
  evidenceUrl: webAddress('The evidence link').nullable(),
  helpWantedAgencyIds: z.array(z.string()).max(10, 'Ask at most 10 agencies at once.'),
});

/** What is to be posted, its input checked. */
interface Posting {
  status: WorkStatus;
  note: string;
  evidenceUrl: string | null;
  agencyIds: readonly string[];
  /** A move to where the item is already says nothing. */
  isMove: boolean;
}

interface Writing {
  itemId: string;
  updateId: string;
  expectedVersion: number;
  posting: Posting;
  intent: Intent | null;
}

/** What the statement answers: the item as far as every list shows it, and the update. */
interface Posted extends Pick<ActionItem, 'id' | 'reference' | 'title' | 'status' | 'dueOn' | 'version'> {
  postedAt: Date;
  previousStatus: WorkStatus;
  author: Person;
  helpRequests: Omit<HelpRequest, 'note' | 'requestedBy'>[];
}

type ItemAsked = ActionItem & { knownAgencyIds: string[] };

/** A representative says how an item stands, by an update or by moving it on the board. */
@Injectable()
export class PostUpdate {
  constructor(
    private readonly database: Database,
    private readonly items: ActionItemRepository,
    private readonly updates: ActionItemUpdates,
  ) {}

  async post(input: PostUpdateInput, context: HubContext, info: GraphQLResolveInfo): Promise<PostUpdateResult> {
    const { value, refusal } = checkInput(updateSchema, {
      note: input.note,
      evidenceUrl: input.evidenceUrl?.trim() || null,
      helpWantedAgencyIds: [...new Set(input.helpWantedAgencyIds ?? [])],
    });
    if (refusal) return refusal;
    const agencyIds = value.helpWantedAgencyIds.map((id) => uuidOf('Agency', id) ?? '');
    return this.write(input, { ...value, status: input.status, agencyIds, isMove: false }, context, info);
  }

  async move(input: MoveActionItemInput, context: HubContext, info: GraphQLResolveInfo): Promise<PostUpdateResult> {
    const posting = { status: input.status, note: moveNote(input.status), evidenceUrl: null, agencyIds: [] };
    return this.write(input, { ...posting, isMove: true }, context, info);
  }

  /** Writes at once; only what was not written is read, to say why. The statement is a transaction of its own. */
  private async write(
    input: RetriableInput & { actionItemId: string; expectedVersion: number },
    posting: Posting,
    context: HubContext,
    info: GraphQLResolveInfo,
  ): Promise<PostUpdateResult> {
    const viewer = requireViewer(context);
    const itemId = uuidOf('ActionItem', input.actionItemId);
    if (!itemId) return notFound('action item');
    const { intent, refusal } = readIntent(posting.isMove ? 'moveActionItem' : 'postUpdate', input, viewer.personId);
    if (refusal) return refusal;
    const updateId = randomUUID();
    const isPossible = posting.agencyIds.every((id) => id !== '' && id !== viewer.agencyId);
    const writing = { itemId, updateId, expectedVersion: input.expectedVersion, posting, intent };
    const posted = isPossible ? await this.tryToPost(writing, context) : null;
    if (!posted) {
      const again = intent && (await this.answerAgain(itemId, intent, context, info));
      return again ?? this.explain(itemId, input.expectedVersion, posting, viewer, info);
    }
    context.loaders.forget();
    const parts = itemParts(info, 'actionItem');
    const item = parts.length > 0 ? await this.items.byId(this.database, parts, itemId) : posted;
    return success(item as ActionItem, updateId, posting, posted);
  }

  private async tryToPost(
    { itemId, updateId, expectedVersion, posting, intent }: Writing,
    { viewer, requestId }: HubContext,
  ): Promise<Posted | null> {
    const parameters = new SqlParameters();
    parameters.values.push(
      itemId,
      expectedVersion,
      posting.status,
      posting.note,
      posting.evidenceUrl,
      posting.agencyIds,
      viewer!.personId,
      updateId,
      viewer!.fullName,
      `posted ${statusWords[posting.status]} on`,
      requestId,
      Object.values(WorkStatus).filter((before) => endsHelp(before, posting.status)),
    );
    const conditions = [
      ...(posting.isMove ? [isElsewhere] : []),
      ...(posting.agencyIds.length > 0 ? [agenciesAreKnown] : []),
    ];
    const statement = postUpdateStatement(viewer!, conditions, intent, parameters);
    const [posted] = await this.database.query<Posted & Row>(statement, parameters.values);
    return posted ?? null;
  }

  /** Posted before under the same key: what was answered then, as it stands now. */
  private async answerAgain(
    itemId: string,
    intent: Intent,
    context: HubContext,
    info: GraphQLResolveInfo,
  ): Promise<PostUpdateResult | null> {
    const found = await findAnswer<{ updateId: string }>(this.database, intent);
    if (!found) return null;
    if (found.refusal) return found.refusal;
    const [actionItem, update] = await Promise.all([
      this.items.byId(this.database, itemParts(info, 'actionItem'), itemId),
      this.updates.update(found.kept.updateId, context),
    ]);
    return actionItem && update ? { __typename: 'PostUpdateSuccess', actionItem, update } : notFound('action item');
  }

  private async explain(
    itemId: string,
    expectedVersion: number,
    posting: Posting,
    viewer: Viewer,
    info: GraphQLResolveInfo,
  ): Promise<PostUpdateResult> {
    const wanted = posting.agencyIds.filter((id) => id !== '');
    const parts = unionOfParts(itemParts(info, 'current'), ['stake']);
    const [item] = await this.items.find<{ knownAgencyIds: string[] }>(this.database, parts, (parameters) => ({
      condition: `i.id = ${parameters.add(itemId)}::uuid`,
      more: {
        knownAgencyIds: `array(select agency.id::text from agency
          where agency.id = any(${parameters.add(wanted)}::uuid[]) and ${maySeeThrough('agency')})`,
      },
    }));
    if (!item) return notFound('action item');
    if (!mayPost(viewer, item.stake)) return notAllowed('You cannot post updates on this item.', whoPosts);
    const problems = [...agencyProblems(posting, item, viewer.agencyId), ...moveProblems(posting, item)];
    const isStale = item.version !== expectedVersion;
    return !isStale && problems.length > 0 ? invalidInput(problems) : staleItem(item);
  }
}

function agencyProblems({ agencyIds }: Posting, item: ItemAsked, ownAgencyId: string): FieldProblem[] {
  return agencyIds.flatMap((id, index) => {
    const path = `helpWantedAgencyIds.${index}`;
    if (!item.knownAgencyIds.includes(id)) {
      const message = item.stake.restrictedToSubGroupId
        ? 'Only agencies with a seat in the sub-group can be asked: this item is restricted to it.'
        : 'There is no such agency. Choose one of the list.';
      return [{ path, message }];
    }
    if (id === ownAgencyId) return [{ path, message: 'This is your own agency. Choose another one that can help.' }];
    return [];
  });
}

const moveProblems = ({ isMove, status }: Posting, item: ActionItem): FieldProblem[] =>
  isMove && item.status === status
    ? [{ path: 'status', message: `The item is ${statusWords[item.status]} already.` }]
    : [];

function success(
  actionItem: ActionItem,
  id: string,
  { status, note, evidenceUrl }: Posting,
  { previousStatus, postedAt, author, helpRequests }: Posted,
): PostUpdateResult {
  return {
    __typename: 'PostUpdateSuccess',
    actionItem,
    update: {
      id,
      status,
      previousStatus,
      note,
      evidenceUrl,
      postedAt,
      author,
      helpRequests: helpRequests.map((request) => ({ ...request, note, requestedBy: author })),
      actionItemId: actionItem.id,
    } satisfies ActionItemUpdate,
  };
}
