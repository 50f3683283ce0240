/**
 * Opaque global ids: base64url of `Type:uuid`. Inside the server a row's `id` is its uuid; the schema's outer
 * layer (see hub-schema.ts) turns it into the opaque form for every type that implements Node.
 */
export function encodeId(typeName: string, uuid: string): string {
  return Buffer.from(`${typeName}:${uuid}`).toString('base64url');
}

/** Whether a value, of a cursor for example, is a uuid as the database writes it. */
export const isUuid = (value: unknown): value is string => typeof value === 'string' && uuidPattern.test(value);

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The parts of an id, or null when it is no id of ours. */
export function decodeId(id: string): { typeName: string; uuid: string } | null {
  if (id.length > 200) return null;
  const text = Buffer.from(id, 'base64url').toString('latin1');
  const colon = text.indexOf(':');
  const uuid = text.slice(colon + 1);
  return colon > 0 && uuidPattern.test(uuid) ? { typeName: text.slice(0, colon), uuid } : null;
}

/** The uuid of an id of this type; null for anything else, which callers answer as "not found". */
export function uuidOf(typeName: string, id: string | null | undefined): string | null {
  const parts = id ? decodeId(id) : null;
  return parts?.typeName === typeName ? parts.uuid : null;
}
