import type { Queryable } from '@sos/platform-server';
import { VerificationClaim } from './identity-provider.types';

export interface ProviderRow {
  id: string;
  key: string;
  displayName: string;
  issuer: string;
  clientId: string;
  clientSecret: Buffer | null;
  mailDomains: string[];
  verificationClaim: VerificationClaim;
  enabled: boolean;
  version: number;
  agencyIds: string[];
  linkedPeople: number;
}

const rows = `
  select i.id, i.key, i.display_name as "displayName", i.issuer, i.client_id as "clientId",
    i.client_secret as "clientSecret", i.mail_domains as "mailDomains", i.verification_claim as "verificationClaim",
    i.enabled, i.version,
    array(select a.agency_id from identity_provider_agency a where a.identity_provider_id = i.id order by 1) as "agencyIds",
    (select count(*) from person_identity l where l.identity_provider_id = i.id and l.removed_at is null) as "linkedPeople"
  from identity_provider i`;

export const findProviders = (database: Queryable): Promise<ProviderRow[]> =>
  database.query<ProviderRow>(`${rows} order by i.display_name, i.key`);

export async function findProvider(
  database: Queryable,
  by: { id: string } | { key: string },
): Promise<ProviderRow | null> {
  const [column, value] = 'id' in by ? ['id', by.id] : ['key', by.key];
  const [provider] = await database.query<ProviderRow>(`${rows} where i.${column} = $1`, [value]);
  return provider ?? null;
}

/** What a sign-in page shows; those who are switched off are not there. */
export const findEnabled = (
  database: Queryable,
): Promise<{ key: string; displayName: string; mailDomains: string[] }[]> =>
  database.query(
    `select key, display_name as "displayName", mail_domains as "mailDomains" from identity_provider
     where enabled order by display_name, key`,
  );

/** Providers of the person's agency that they are not linked to yet. */
export const findLinkable = (
  database: Queryable,
  personId: string,
): Promise<{ key: string; displayName: string; mailDomains: string[] }[]> =>
  database.query(
    `select i.key, i.display_name as "displayName", i.mail_domains as "mailDomains" from identity_provider i
     join identity_provider_agency a on a.identity_provider_id = i.id
     join person p on p.agency_id = a.agency_id and p.id = $1
     where i.enabled and not exists (
       select from person_identity l where l.identity_provider_id = i.id and l.person_id = p.id and l.removed_at is null)
     order by i.display_name, i.key`,
    [personId],
  );

export interface ProviderFields {
  displayName: string;
  clientId: string;
  mailDomains: readonly string[];
  verificationClaim: VerificationClaim;
}

/** @returns null when the key or the issuer is taken. */
export async function insertProvider(
  transaction: Queryable,
  fields: ProviderFields & { key: string; issuer: string },
): Promise<string | null> {
  const [row] = await transaction.query<{ id: string }>(
    `insert into identity_provider (key, display_name, issuer, client_id, mail_domains, verification_claim)
     values ($1, $2, $3, $4, $5::text[], $6) on conflict do nothing returning id`,
    [fields.key, fields.displayName, fields.issuer, fields.clientId, fields.mailDomains, fields.verificationClaim],
  );
  return row?.id ?? null;
}

/** @returns false when it is no longer at that version. */
export async function updateProvider(
  transaction: Queryable,
  at: { id: string; version: number },
  fields: ProviderFields,
): Promise<boolean> {
  const updated = await transaction.query(
    `update identity_provider set display_name = $3, client_id = $4, mail_domains = $5::text[], verification_claim = $6,
       version = version + 1, updated_at = now()
     where id = $1 and version = $2 returning id`,
    [at.id, at.version, fields.displayName, fields.clientId, fields.mailDomains, fields.verificationClaim],
  );
  return updated.length > 0;
}

export async function switchProvider(
  transaction: Queryable,
  at: { id: string; version: number },
  enabled: boolean,
): Promise<boolean> {
  const updated = await transaction.query(
    `update identity_provider set enabled = $3, version = version + 1, updated_at = now()
     where id = $1 and version = $2 returning id`,
    [at.id, at.version, enabled],
  );
  return updated.length > 0;
}

export async function keepSecret(transaction: Queryable, id: string, sealed: Buffer | null): Promise<void> {
  await transaction.query('update identity_provider set client_secret = $2 where id = $1', [id, sealed]);
}

export async function setAgencies(transaction: Queryable, id: string, agencyIds: readonly string[]): Promise<void> {
  await transaction.query('delete from identity_provider_agency where identity_provider_id = $1', [id]);
  await transaction.query(
    'insert into identity_provider_agency (identity_provider_id, agency_id) select distinct $1::uuid, unnest($2::uuid[])',
    [id, agencyIds],
  );
}

/** Sign-ins that are on their way through it come to nothing. */
export async function dropSignIns(transaction: Queryable, id: string): Promise<void> {
  await transaction.query('delete from provider_sign_in where identity_provider_id = $1', [id]);
}
