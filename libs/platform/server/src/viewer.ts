import type { Queryable } from './database/database';

/** Who is asking, with the roles that run today. Plain data, so that rules on it stay pure. */
export interface Viewer {
  personId: string;
  fullName: string;
  agencyId: string;
  agencyShortName: string;
  isStaff: boolean;
  isAdministrator: boolean;
  /** Chair or co-chair of the current workgroup. */
  isWorkgroupChair: boolean;
  /** Sub-groups in which the viewer is chair or co-chair. */
  chairedSubGroupIds: readonly string[];
  /** Sub-groups in which the viewer holds a seat, chairs included. */
  subGroupIds: readonly string[];
  dataStewardAgencyIds: readonly string[];
  /** Agencies that the viewer speaks for: the own one, and those that a role or a seat names. */
  representedAgencyIds: readonly string[];
}

/** Finds the viewer behind a session token. Provided by the domain that knows seats and roles. */
export abstract class ViewerSource {
  /** @returns null for an unknown, expired or deactivated session. */
  abstract find(sessionToken: string): Promise<Viewer | null>;
  /** The same for what runs by itself, such as a timer or an open connection: it is no sign of life of the person. */
  abstract peek(sessionToken: string): Promise<Viewer | null>;
  /** Which of these tokens still belong to a session that runs; no sign of life either. One statement, nothing remembered. */
  abstract living(sessionTokens: readonly string[]): Promise<ReadonlySet<string>>;
  /** Forgets what is remembered of a token, so that signing out is immediate. */
  abstract forget(sessionToken: string): void;
  /** Forgets what is remembered of a person, so that a role that was given or taken holds at once. */
  abstract forgetPerson(personId: string): void;
  /** The roles of a person today, whether signed in or not; null for whoever has left. Read through a transaction where one runs. */
  abstract ofPerson(personId: string, database?: Queryable): Promise<Viewer | null>;
}

/** What a token lets a person's own program do. */
export interface TokenAccess {
  tokenId: string;
  personId: string;
  mayWrite: boolean;
}

/** Finds out whose token it is. Provided by the domain that keeps them. */
export abstract class TokenSource {
  /** @returns null for a token that is unknown, revoked or over. */
  abstract find(token: string): Promise<TokenAccess | null>;
}
