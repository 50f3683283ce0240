import { TextDecoder, TextEncoder } from 'node:util';

/** What jsdom lacks and the design system asks for. */
window.matchMedia ??= (query) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener() {},
  removeListener() {},
  addEventListener() {},
  removeEventListener() {},
  dispatchEvent: () => false,
});
window.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
window.scrollTo = () => {};
Element.prototype.scrollIntoView ??= () => {};

// The router reads both as it loads.
globalThis.TextEncoder ??= TextEncoder;
globalThis.TextDecoder ??= TextDecoder;
// Simulated arrow keys look their radio group up by name.
window.CSS ??= {};
window.CSS.escape ??= (name) => name.replace(/[^\w-]/g, '\\$&');
