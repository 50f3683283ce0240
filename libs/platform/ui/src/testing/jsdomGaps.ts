import { TextDecoder, TextEncoder } from 'node:util';

/** jsdom has neither, and the router reads both as it loads: import this before anything that draws a link. */
globalThis.TextEncoder ??= TextEncoder as typeof globalThis.TextEncoder;
globalThis.TextDecoder ??= TextDecoder as typeof globalThis.TextDecoder;

/** The simulated arrow keys look their radio group up by name. */
window.CSS ??= { escape: (name: string) => name.replace(/[^\w-]/g, '\\$&') } as typeof CSS;
