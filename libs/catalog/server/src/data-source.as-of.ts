import { Injectable } from '@nestjs/common';
import { asOfField, AsOfFieldKind, rewind, type AsOfField, type AsOfPart, type Since } from '@sos/activity-server';
import { Calendar, Database } from '@sos/platform-server';
import { DataSourceLoader } from './data-source.loader';
import { factsFromTrail, factsOf, shownFacts, type SourceFacts } from './data-source.as-of.rules';

/** What a data source was on a day, and which sources an action item used. */
@Injectable()
export class DataSourceAsOf {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
    private readonly sources: DataSourceLoader,
  ) {}

  async source(id: string, { changes }: Since): Promise<AsOfPart | null> {
    const source = await this.sources.findIn(this.database, id);
    if (!source) return null;
    const [origin] = await this.database.query<{ createdAt: Date }>(
      'select created_at as "createdAt" from data_source where id = $1',
      [id],
    );
    const now = factsOf(source);
    const then = rewind<SourceFacts>(now, changes, (before) => factsFromTrail(before, source.feed.key));
    const labels = await this.namesOf([then, now]);
    return {
      since: this.calendar.dayOf(origin!.createdAt),
      fields: shownFacts.map(({ name, label, kind, words }) =>
        asOfField(name, label, words(then, labels, this.calendar), words(now, labels, this.calendar), kind),
      ),
    };
  }

  async sourcesOfItem(itemId: string, { changes }: Since): Promise<AsOfField[]> {
    const linked = await this.database.query<{ id: string; title: string }>(
      `select d.id, d.title from action_item_data_source link join data_source d on d.id = link.data_source_id
       where link.action_item_id = $1`,
      [itemId],
    );
    const now = new Map(linked.map(({ id, title }) => [id, title]));
    const then = new Map(now);
    for (const { before, after } of changes) {
      if (typeof after?.dataSourceId === 'string') then.delete(after.dataSourceId);
      if (typeof before?.dataSourceId === 'string') then.set(before.dataSourceId, String(before.dataSource));
    }
    const titles = (sources: Map<string, string>) => [...sources.values()].toSorted((a, b) => a.localeCompare(b, 'en'));
    return [asOfField('dataSourceId', 'Data sources', titles(then), titles(now), AsOfFieldKind.LIST)];
  }

  private async namesOf(states: readonly SourceFacts[]): Promise<Map<string, string>> {
    const ids = states.flatMap(({ stewardAgencyId, stewardPersonId }) => [stewardAgencyId, stewardPersonId]);
    const rows = await this.database.query<{ id: string; name: string }>(
      `select id, name from agency where id = any($1::uuid[]) union all select id, full_name from person where id = any($1::uuid[])`,
      [ids.filter((id) => id !== null)],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
