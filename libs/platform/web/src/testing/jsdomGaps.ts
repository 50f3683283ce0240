import { TextDecoder, TextEncoder } from 'node:util';

// react-router asks for these while its module is read, and jsdom has neither.
globalThis.TextEncoder ??= TextEncoder as typeof globalThis.TextEncoder;
globalThis.TextDecoder ??= TextDecoder as typeof globalThis.TextDecoder;
