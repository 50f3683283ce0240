import { Injectable } from '@nestjs/common';
import { askedRows, Calendar, Database, decodeId, type HubContext, type Row } from '@sos/platform-server';
import { isOpenTo } from '../activity.policy';
import { changedNames, isRemovedThen, type TrailChange } from './as-of.rules';
import type { AsOf, AsOfField } from './as-of.types';

/** The day that is asked about, and what was changed after it. */
export interface Since {
  date: string;
  /** Latest first. */
  changes: readonly TrailChange[];
}

/** What a domain knows of a thing on a day. */
export interface AsOfPart {
  /** The day from which on the viewer can look at it. */
  since: string;
  fields: AsOfField[];
}

type Reader<P> = (uuid: string, since: Since, context: HubContext) => Promise<P>;

const shownChanges = 100;

/**
 * What was changed after a day. Numbers follow the order in which changes of one thing were made; times are those of
 * the beginning of their transactions.
 */
const changesSince = `
  select e.occurred_at as "occurredAt", e.actor_label as "actorLabel", e.action, e.detail, e.before, e.after
  from audit_entry e
  where e.subject_type = $1 and e.subject_id = $2::uuid and e.occurred_at >= ($3::date + 1)::timestamp at time zone $4
    and ${isOpenTo('$5', '$6')}
  order by e.id desc`;

/**
 * What things were on a day, made from what they are and the trail of what was changed since. So it costs a write
 * nothing, and it is as sealed as the trail is. Each domain says how its types are read; a higher one may add fields.
 */
@Injectable()
export class AsOfReaders {
  private readonly subjects = new Map<string, Reader<AsOfPart | null>>();
  private readonly additions = new Map<string, Reader<AsOfField[]>[]>();

  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
  ) {}

  /** @param read Answers null for what is not there or not for the viewer. */
  register(typeName: string, read: Reader<AsOfPart | null>): void {
    this.subjects.set(typeName, read);
  }

  add(typeName: string, read: Reader<AsOfField[]>): void {
    this.additions.set(typeName, [...(this.additions.get(typeName) ?? []), read]);
  }

  async read(id: string, date: string, context: HubContext): Promise<AsOf | null> {
    const subject = decodeId(id);
    const reader = subject && this.subjects.get(subject.typeName);
    if (!reader) return null;
    const { typeName, uuid } = subject;
    const { everything, subGroupIds } = askedRows();
    const changes = await this.database.query<TrailChange & Row>(changesSince, [
      typeName,
      uuid,
      date,
      this.calendar.timeZone,
      everything,
      subGroupIds,
    ]);
    const since = { date, changes };
    const part = await reader(uuid, since, context);
    if (!part) return null;
    const existed = part.since <= date && !isRemovedThen(changes);
    const additions = existed ? (this.additions.get(typeName) ?? []) : [];
    const added = await Promise.all(additions.map((read) => read(uuid, since, context)));
    const fields = [...part.fields, ...added.flat()];
    const labels = new Map(fields.map(({ name, label }) => [name, label]));
    return {
      date,
      existed,
      since: part.since,
      fields: existed ? fields : [],
      changes: changes.slice(0, shownChanges).map((change) => ({
        ...change,
        fields: changedNames(change).flatMap((name) => labels.get(name) ?? []),
      })),
    };
  }
}
