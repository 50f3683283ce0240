/** The opaque form of an id, as identifiers.ts makes it. */
export const encodeId = (typeName, uuid) => Buffer.from(`${typeName}:${uuid}`).toString('base64url');
