/** What was read cannot be imported; nothing was changed. The message says what it is, for the person. */
export class NotACatalogError extends Error {}
