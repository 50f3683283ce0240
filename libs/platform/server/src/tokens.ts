/** Injection tokens of what the composition hands to the domains. */
export const SETTINGS = Symbol('settings');
export const LOGGER = Symbol('logger');
