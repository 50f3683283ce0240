import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  Calendar,
  checkInput,
  Database,
  invalidInput,
  notAllowed,
  notFound,
  plainText,
  requireViewer,
  uuidOf,
  webAddress,
  type FieldProblem,
  type HubContext,
} from '@sos/platform-server';
import type { Person } from '@sos/identity-server';
import type { GraphQLResolveInfo } from 'graphql';
import { z } from 'zod';
import { itemParts, unionOfParts, type ItemPart } from './action-item.parts';
import { mayPost, whoPosts } from './action-item.policy';
import { ActionItemRepository } from './action-item.repository';
import { WorkStatus, type ActionItem } from './action-item.types';
import type {
  ActionItemUpdate,
  MoveActionItemInput,
  PostUpdateInput,
  PostUpdateResult,
} from './action-item-update.types';
import type { HelpRequest } from './help-request.types';
import { postUpdateStatement } from './post-update.sql';
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
}

interface Posted {
  version: number;
  completedAt: Date | null;
  postedAt: Date;
  previousStatus: WorkStatus;
  author: Person;
  closedIds: string[];
  helpRequests: Omit<HelpRequest, 'note' | 'requestedBy'>[];
}

type ItemBefore = ActionItem & { knownAgencyIds: string[] };

/** A representative says how an item stands, by an update or by moving it on the board. One read, one statement. */
@Injectable()
export class PostUpdate {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
    private readonly items: ActionItemRepository,
  ) {}

  async post(input: PostUpdateInput, context: HubContext, info: GraphQLResolveInfo): Promise<PostUpdateResult> {
    const { value, refusal } = checkInput(updateSchema, {
      note: input.note,
      evidenceUrl: input.evidenceUrl?.trim() || null,
      helpWantedAgencyIds: [...new Set(input.helpWantedAgencyIds ?? [])],
    });
    if (refusal) return refusal;
    const agencyIds = value.helpWantedAgencyIds.map((id) => uuidOf('Agency', id) ?? '');
    return this.write(input, { ...value, status: input.status, agencyIds }, context, info);
  }

  async move(input: MoveActionItemInput, context: HubContext, info: GraphQLResolveInfo): Promise<PostUpdateResult> {
    const posting = { status: input.status, note: moveNote(input.status), evidenceUrl: null, agencyIds: [] };
    return this.write(input, posting, context, info, (item) =>
      item.status === input.status
        ? [{ path: 'status', message: `The item is ${statusWords[item.status]} already.` }]
        : [],
    );
  }

  /**
   * The statement is a transaction of its own, so nothing can be left half done.
   * @param problemsWith What else is wrong with the input, once the item is known.
   */
  private async write(
    input: { actionItemId: string; expectedVersion: number },
    posting: Posting,
    context: HubContext,
    info: GraphQLResolveInfo,
    problemsWith: (item: ActionItem) => FieldProblem[] = () => [],
  ): Promise<PostUpdateResult> {
    const viewer = requireViewer(context);
    const parts = unionOfParts(itemParts(info, 'actionItem'), itemParts(info, 'current'), ['stake']);
    const item = await this.find(uuidOf('ActionItem', input.actionItemId), posting, parts);
    if (!item) return notFound('action item');
    if (!mayPost(viewer, item.stake)) return notAllowed('You cannot post updates on this item.', whoPosts);
    if (item.version !== input.expectedVersion) return staleItem(item);
    const problems = [...agencyProblems(posting, item, viewer.agencyId), ...problemsWith(item)];
    if (problems.length > 0) return invalidInput(problems);
    const updateId = randomUUID();
    const [posted] = await this.database.query<Posted>(postUpdateStatement, [
      item.id,
      input.expectedVersion,
      posting.status,
      posting.note,
      posting.evidenceUrl,
      posting.agencyIds,
      viewer.personId,
      updateId,
      viewer.fullName,
      `posted ${statusWords[posting.status]} on`,
      context.requestId,
      endsHelp(item.status, posting.status),
    ]);
    context.loaders.forget();
    if (!posted) return staleItem((await this.items.byId(this.database, parts, item.id))!);
    return success(item, updateId, posting, posted, this.calendar.today());
  }

  private async find(id: string | null, posting: Posting, parts: readonly ItemPart[]): Promise<ItemBefore | null> {
    if (!id) return null;
    const wanted = posting.agencyIds.filter((agencyId) => agencyId !== '');
    const [item] = await this.items.find<{ knownAgencyIds: string[] }>(this.database, parts, (parameters) => ({
      condition: `i.id = ${parameters.add(id)}::uuid`,
      more: {
        knownAgencyIds: `array(select agency.id::text from agency where agency.id = any(${parameters.add(wanted)}::uuid[]))`,
      },
    }));
    return item ?? null;
  }
}

function agencyProblems({ agencyIds }: Posting, item: ItemBefore, ownAgencyId: string): FieldProblem[] {
  return agencyIds.flatMap((id, index) => {
    const path = `helpWantedAgencyIds.${index}`;
    if (!item.knownAgencyIds.includes(id))
      return [{ path, message: 'There is no such agency. Choose one of the list.' }];
    if (id === ownAgencyId) return [{ path, message: 'This is your own agency. Choose another one that can help.' }];
    return [];
  });
}

/** What was read before and what the statement changed make the item as it stands now, without another read. */
function success(
  before: ItemBefore,
  updateId: string,
  posting: Posting,
  posted: Posted,
  today: string,
): PostUpdateResult {
  const { status, note, evidenceUrl } = posting;
  const helpRequests = posted.helpRequests.map((request) => ({ ...request, note, requestedBy: posted.author }));
  const isOpen = status !== WorkStatus.DONE;
  const stillOpen = (before.openHelpRequests ?? []).filter(({ id }) => !posted.closedIds.includes(id));
  return {
    __typename: 'PostUpdateSuccess',
    actionItem: {
      ...before,
      status,
      version: posted.version,
      completedAt: posted.completedAt,
      silentDays: isOpen ? 0 : null,
      isOverdue: isOpen && before.dueOn !== null && before.dueOn < today,
      latestUpdate: { postedAt: posted.postedAt, note, author: posted.author },
      openHelpRequests: [...stillOpen, ...helpRequests],
    },
    update: {
      id: updateId,
      status,
      previousStatus: posted.previousStatus,
      note,
      evidenceUrl,
      postedAt: posted.postedAt,
      author: posted.author,
      helpRequests,
      actionItemId: before.id,
    } satisfies ActionItemUpdate,
  };
}
