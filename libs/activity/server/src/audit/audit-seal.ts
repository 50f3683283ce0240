import { createHash } from 'node:crypto';

/**
 * The text that the seal of an entry `e` with its link `l` covers. Every column of the trail is in it; a spec holds
 * that. It stands here as well as in the migration: verification trusts nothing that lives in the database.
 */
export const sealedText = `jsonb_build_array(1, l.workgroup_id, l.slot, l.sequence,
  e.id, extract(epoch from e.occurred_at)::text, e.actor_id, e.actor_label, e.action, e.subject_type, e.subject_id,
  e.subject_label, e.subject_path, e.detail, e.workgroup_id, e.sub_group_ids::text, e.agency_ids::text, e.before::text,
  e.after::text, e.request_id, e.visible_in_feed, e.public_id, e.restricted_to_sub_group_id)::text`;

/** The hash of an entry on top of the one before it; the first of a chain stands on nothing. */
export const sealOf = (previousHash: string, text: string): string =>
  createHash('sha256').update(Buffer.from(previousHash, 'hex')).update(text).digest('hex');

/** The name of the chain of a link `l`. */
export const chainName = `l.workgroup_id || '/' || l.slot`;
