import { Inject, Injectable } from '@nestjs/common';
import { Database, encodeId, SETTINGS, type Settings } from '@sos/platform-server';
import { deviceWords } from './device-words';
import { SessionLimit, type CurrentSession, type OwnSession } from './own-session.types';
import { hashOfToken } from './session.repository';

const longestWarning = 120;

/** What a person may know of their own sessions. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly database: Database,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The session and its end, by the database's clock; asking does not put the end off. */
  async current(token: string): Promise<CurrentSession | null> {
    const { sessionIdleSeconds } = this.settings;
    const [left] = await this.database.query<{ hours: number; idle: number | null }>(
      `select extract(epoch from s.expires_at - now())::float8 as hours,
         extract(epoch from s.last_seen_at - now())::float8 + $2::float8 as idle
       from session s join person p on p.id = s.person_id and p.deactivated_at is null where s.token_hash = $1`,
      [hashOfToken(token), sessionIdleSeconds],
    );
    if (!left) return null;
    const isIdle = left.idle !== null && left.idle < left.hours;
    const secondsLeft = Math.floor(isIdle ? left.idle! : left.hours);
    if (secondsLeft <= 0) return null;
    return {
      secondsLeft,
      endedBy: isIdle ? SessionLimit.IDLE : SessionLimit.HOURS,
      warningSeconds: Math.min(longestWarning, Math.floor((sessionIdleSeconds ?? this.settings.sessionSeconds) / 2)),
    };
  }

  /** The person says that they are still there. */
  async stay(token: string): Promise<CurrentSession | null> {
    await this.database.query(
      `update session set last_seen_at = now() where token_hash = $1 and expires_at > now()
         and ($2::float8 is null or last_seen_at > now() - make_interval(secs => $2))`,
      [hashOfToken(token), this.settings.sessionIdleSeconds],
    );
    return this.current(token);
  }

  /** Those that still run, the newest first. */
  async list(personId: string, token: string | null): Promise<OwnSession[]> {
    const rows = await this.database.query<OwnSession & { userAgent: string }>(
      `select id, user_agent as "userAgent", created_at as "startedAt", last_seen_at as "lastSeenAt",
         token_hash = $2 as "isCurrent"
       from session where person_id = $1 and expires_at > now()
         and ($3::float8 is null or last_seen_at > now() - make_interval(secs => $3))
       order by token_hash = $2 desc, last_seen_at desc, id`,
      [personId, hashOfToken(token ?? ''), this.settings.sessionIdleSeconds],
    );
    return rows.map(({ userAgent, ...row }) => ({
      ...row,
      id: encodeId('Session', row.id),
      device: deviceWords(userAgent),
    }));
  }
}
