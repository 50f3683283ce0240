import { Injectable } from '@nestjs/common';
import { ActivityRecorder } from '@sos/activity-server';
import {
  Calendar,
  checkInput,
  Database,
  invalidInput,
  notAllowed,
  notFound,
  Once,
  requireViewer,
  uuidOf,
  type HubContext,
  type InvalidInputRefusal,
  type Queryable,
  type Transaction,
  type Viewer,
} from '@sos/platform-server';
import { dataSourceInputSchema } from './data-source.input-rules';
import type { DataSourceInput, DataSourceResult, EditDataSourceResult } from './data-source.inputs';
import { factsOf } from './data-source.as-of.rules';
import { DataSourceLoader } from './data-source.loader';
import { mayEditDataSource, mayStewardFor, whoMaySteward } from './data-source.policy';
import { DataSourceRepository, type Stewards } from './data-source.repository';
import { freeSlug, slugOf } from './data-source.rules';
import { curatedFeedKey } from './catalog-feed.types';
import type { DataSource } from './data-source.types';
import { learnWords } from './search/lexicon';

/** Adds and edits curated records. */
@Injectable()
export class WriteDataSource {
  constructor(
    private readonly database: Database,
    private readonly once: Once,
    private readonly calendar: Calendar,
    private readonly activity: ActivityRecorder,
    private readonly sources: DataSourceLoader,
    private readonly repository: DataSourceRepository,
  ) {}

  async add(input: DataSourceInput, context: HubContext): Promise<DataSourceResult> {
    const viewer = requireViewer(context);
    const checked = checkInput(dataSourceInputSchema, input);
    const agencyId = uuidOf('Agency', input.stewardAgencyId);
    if (!mayStewardFor(viewer, agencyId))
      return notAllowed('You cannot add a data source for this agency.', whoMaySteward);
    if (checked.refusal) return checked.refusal;
    const insert = async (transaction: Transaction): Promise<DataSourceResult> => {
      const { stewards, refusal } = await findStewards(transaction, input);
      if (refusal) return refusal;
      // Two sources with the same title wait here for each other, so that both get a slug.
      await transaction.query(`select pg_advisory_xact_lock(hashtext('data source slug'))`);
      const wanted = slugOf(checked.value.title);
      const slug = freeSlug(wanted, await this.repository.takenSlugs(transaction, wanted));
      const id = await this.repository.insert(transaction, slug, checked.value, stewards, this.calendar.today());
      const dataSource = (await this.sources.findIn(transaction, id))!;
      await this.record(transaction, viewer, 'added', null, dataSource);
      return { __typename: 'DataSourceSuccess', dataSource };
    };
    const asked = { mutation: 'addDataSource', input, context };
    return this.finish(await this.once.do(asked, insert, this.repetition), context);
  }

  async edit(
    id: string,
    expectedVersion: number,
    input: DataSourceInput,
    context: HubContext,
  ): Promise<EditDataSourceResult> {
    const viewer = requireViewer(context);
    const uuid = uuidOf('DataSource', id);
    if (!uuid) return notFound('data source');
    const checked = checkInput(dataSourceInputSchema, input);
    const change = async (transaction: Transaction): Promise<EditDataSourceResult> => {
      await transaction.query('select 1 from data_source where id = $1 for update', [uuid]);
      const before = await this.sources.findIn(transaction, uuid);
      if (!before) return notFound('data source');
      if (before.feed.key !== curatedFeedKey) {
        return notAllowed(
          `This record comes from the feed “${before.feed.title}” and is changed there; the next import brings the change.`,
          'The publisher of the feed.',
        );
      }
      if (!mayEditDataSource(viewer, before)) return notAllowed('You cannot edit this data source.', whoMaySteward);
      if (!mayStewardFor(viewer, uuidOf('Agency', input.stewardAgencyId)))
        return notAllowed('You cannot give this data source to that agency.', whoMaySteward);
      if (before.version !== expectedVersion) return stale(before);
      if (checked.refusal) return checked.refusal;
      const { stewards, refusal } = await findStewards(transaction, input, before);
      if (refusal) return refusal;
      const today = this.calendar.today();
      const written = await this.repository.update(transaction, uuid, expectedVersion, checked.value, stewards, today);
      const after = (await this.sources.findIn(transaction, uuid))!;
      if (!written) return stale(after);
      await this.record(transaction, viewer, 'edited', before, after);
      return { __typename: 'DataSourceSuccess', dataSource: after };
    };
    const asked = { mutation: 'editDataSource', input: { ...input, id, expectedVersion }, context };
    return this.finish(await this.once.do(asked, change, this.repetition), context);
  }

  private readonly repetition = {
    keep: (result: EditDataSourceResult) =>
      result.__typename === 'DataSourceSuccess' ? { id: result.dataSource.id } : null,
    again: async (transaction: Transaction, { id }: { id: string }): Promise<DataSourceResult> => {
      const dataSource = await this.sources.findIn(transaction, id);
      return dataSource ? { __typename: 'DataSourceSuccess', dataSource } : notFound('data source');
    },
  };

  private async finish<R extends EditDataSourceResult>(result: R, context: HubContext): Promise<R> {
    if (result.__typename !== 'DataSourceSuccess') return result;
    context.loaders.forget();
    await learnWords(this.database, [result.dataSource.id]);
    return result;
  }

  private record(
    transaction: Transaction,
    viewer: Viewer,
    action: string,
    before: DataSource | null,
    after: DataSource,
  ): Promise<void> {
    return this.activity.record(transaction, viewer, {
      action: `${action} the data source`,
      subjectType: 'DataSource',
      subjectId: after.id,
      subjectLabel: after.title,
      subjectPath: `/data/${after.slug}`,
      agencyIds: [...new Set([before, after].flatMap((source) => source?.stewardAgency?.id ?? []))],
      before: before && factsOf(before),
      after: factsOf(after),
    });
  }
}

const stale = (current: DataSource): EditDataSourceResult => ({
  __typename: 'StaleDataSourceRefusal',
  message: 'Somebody else changed this data source while you were editing. Compare, then save again.',
  current,
});

/** The rows behind the ids of the input. A person who has left may stay where she was, but is not chosen anew. */
async function findStewards(
  queryable: Queryable,
  input: DataSourceInput,
  before?: DataSource,
): Promise<{ stewards: Stewards; refusal?: undefined } | { stewards?: undefined; refusal: InvalidInputRefusal }> {
  const agencyId = uuidOf('Agency', input.stewardAgencyId);
  const personId = uuidOf('Person', input.stewardPersonId);
  const [found] = await queryable.query<{ agency: boolean; person: boolean }>(
    `select exists (select from agency where id = $1) as agency,
       exists (select from person where id = $2 and agency_id = $1 and (deactivated_at is null or id = $3)) as person`,
    [agencyId, personId, before?.stewardPerson?.id ?? null],
  );
  const problems = [
    ...(found?.agency ? [] : [{ path: 'stewardAgencyId', message: 'Choose an agency of the hub.' }]),
    ...(input.stewardPersonId && !found?.person
      ? [{ path: 'stewardPersonId', message: 'Choose a person of the steward agency, or nobody.' }]
      : []),
  ];
  if (!agencyId || problems.length > 0) return { refusal: invalidInput(problems) };
  return { stewards: { agencyId, personId } };
}
