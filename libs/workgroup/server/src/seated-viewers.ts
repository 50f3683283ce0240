import { Inject, Injectable } from '@nestjs/common';
import {
  Calendar,
  Database,
  SETTINGS,
  ViewerSource,
  type Queryable,
  type Settings,
  type Viewer,
} from '@sos/platform-server';
import { hashOfToken } from '@sos/identity-server';

const millisecondsRemembered = 2_000;
const sessionsRemembered = 5_000;

interface Remembered {
  viewer: Promise<Viewer | null>;
  until: number;
}

/**
 * The viewer behind a session, with the roles and seats whose term runs today. One statement answers it, and the
 * answer is remembered for two seconds: long enough for a page's requests, short enough that whoever is deactivated
 * or loses a role is out at once.
 */
@Injectable()
export class SeatedViewers extends ViewerSource {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {
    super();
  }

  find(sessionToken: string): Promise<Viewer | null> {
    return this.look(sessionToken, true);
  }

  peek(sessionToken: string): Promise<Viewer | null> {
    return this.look(sessionToken, false);
  }

  private look(sessionToken: string, isSignOfLife: boolean): Promise<Viewer | null> {
    const hash = hashOfToken(sessionToken);
    const key = hash.toString('base64');
    const known = this.remembered.get(key);
    if (known && known.until > performance.now()) return known.viewer;
    const viewer = this.read(hash, isSignOfLife);
    // A failed read must not be remembered: the next request asks again.
    viewer.catch(() => this.remembered.delete(key));
    this.remember(key, viewer);
    return viewer;
  }

  async living(sessionTokens: readonly string[]): Promise<ReadonlySet<string>> {
    const hashes = sessionTokens.map(hashOfToken);
    const rows = await this.database.query<{ place: number }>(
      `select asked.place::int as place from unnest($1::bytea[]) with ordinality asked (hash, place)
       join session s on s.token_hash = asked.hash join person p on p.id = s.person_id and p.deactivated_at is null
       where ${isRunning('$2')}`,
      [hashes, this.settings.sessionIdleSeconds],
    );
    return new Set(rows.map(({ place }) => sessionTokens[place - 1]!));
  }

  forget(sessionToken: string): void {
    this.remembered.delete(hashOfToken(sessionToken).toString('base64'));
  }

  forgetPerson(personId: string): void {
    for (const [key, { viewer }] of this.remembered) {
      void viewer.then(
        (found) => found?.personId === personId && this.remembered.delete(key),
        () => undefined,
      );
    }
  }

  async ofPerson(personId: string, database: Queryable = this.database): Promise<Viewer | null> {
    const [viewer] = await database.query<Viewer>(statementOfPerson, [personId, this.calendar.today()]);
    return viewer ?? null;
  }

  private remember(key: string, viewer: Promise<Viewer | null>): void {
    this.remembered.delete(key);
    this.remembered.set(key, { viewer, until: performance.now() + millisecondsRemembered });
    // A map keeps the order of insertion, so the first is the oldest.
    const oldest = this.remembered.size > sessionsRemembered ? this.remembered.keys().next().value : undefined;
    if (oldest !== undefined) this.remembered.delete(oldest);
  }

  private async read(tokenHash: Buffer, isSignOfLife: boolean): Promise<Viewer | null> {
    const { sessionIdleSeconds } = this.settings;
    const values = [tokenHash, this.calendar.today(), sessionIdleSeconds, secondsBetweenSigns(sessionIdleSeconds)];
    const [row] = await this.database.query<Viewer & { isUnseen: boolean }>(statement, values);
    if (!row) return null;
    const { isUnseen, ...viewer } = row;
    if (isUnseen && isSignOfLife) this.touch(tokenHash);
    return viewer;
  }

  /** Nobody waits for it, and a database that cannot write (a full disk) still answers what is read. */
  private touch(tokenHash: Buffer): void {
    this.database
      .query('update session set last_seen_at = now() where token_hash = $1', [tokenHash])
      .catch(() => undefined);
  }
}

/** A session is marked as used once a minute at the most; more often only where the limit itself is short. */
const secondsBetweenSigns = (idleSeconds: number | null): number => Math.min(60, (idleSeconds ?? 3_600) / 10);

/** Neither over, nor unused for too long. */
const isRunning = (idleSeconds: string) =>
  `s.expires_at > now() and (${idleSeconds}::float8 is null or s.last_seen_at > now() - make_interval(secs => ${idleSeconds}))`;

const runs = (alias: string) =>
  `${alias}.starts_on <= $2::date and (${alias}.ends_on is null or ${alias}.ends_on >= $2::date)`;

// An alternate takes part for the agency, but does not lead for the chair.
const rolesOf = (from: string, besides = '') => `
  select p.id as "personId", p.full_name as "fullName", a.id as "agencyId", a.short_name as "agencyShortName",
    roles.is_staff as "isStaff", roles.is_administrator as "isAdministrator", roles.steward as "dataStewardAgencyIds",
    seats.chairs_workgroup as "isWorkgroupChair", seats.chaired as "chairedSubGroupIds", seats.seated as "subGroupIds",
    array(select distinct unnest(p.agency_id || roles.represented || seats.represented)) as "representedAgencyIds"${besides}
  from ${from}
  join agency a on a.id = p.agency_id
  cross join lateral (
    select coalesce(bool_or(g.role = 'staff'), false) as is_staff,
      coalesce(bool_or(g.role = 'administrator'), false) as is_administrator,
      coalesce(json_agg(distinct g.agency_id) filter (where g.role = 'data_steward'), '[]') as steward,
      coalesce(array_agg(g.agency_id) filter (where g.role = 'representative'), '{}') as represented
    from role_grant g where g.person_id = p.id and ${runs('g')}
  ) roles
  cross join lateral (
    select coalesce(bool_or(seat.sub_group_id is null and leads), false) as chairs_workgroup,
      coalesce(json_agg(distinct seat.sub_group_id) filter (where seat.sub_group_id is not null and leads), '[]') as chaired,
      coalesce(json_agg(distinct seat.sub_group_id) filter (where seat.sub_group_id is not null), '[]') as seated,
      coalesce(array_agg(seat.agency_id), '{}') as represented
    from seat
    join workgroup w on w.id = seat.workgroup_id and w.ended_on is null
    left join sub_group b on b.id = seat.sub_group_id
    cross join lateral (select seat.role in ('chair', 'co_chair') and seat.person_id = p.id as leads) lead
    where p.id in (seat.person_id, seat.alternate_id) and ${runs('seat')} and (b.ended_on is null or b.ended_on >= $2::date)
  ) seats`;

const statement = `${rolesOf(
  'session s join person p on p.id = s.person_id and p.deactivated_at is null',
  ', s.last_seen_at < now() - make_interval(secs => $4) as "isUnseen"',
)}
  where s.token_hash = $1 and ${isRunning('$3')}`;

const statementOfPerson = `${rolesOf('person p')} where p.id = $1 and p.deactivated_at is null`;
