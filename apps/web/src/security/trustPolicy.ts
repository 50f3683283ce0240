import { pageNonce } from '@sos/platform-ui';

type Rules = { createHTML: (text: string) => string | null };
declare global {
  interface Window {
    trustedTypes?: { createPolicy: (name: string, rules: Rules) => unknown };
    /** Where the library that holds a page still under a dialog looks for the nonce of its style. */
    __webpack_nonce__?: string;
  }
}

/** Text without a bracket can be no markup: the design system writes its styles so, and nothing else may be written. */
export const markupRules: Rules = { createHTML: (text) => (text.includes('<') ? null : text) };

/** Must run before anything is drawn: with Trusted Types the browser lets nobody else turn text into markup. */
export const applyTrustPolicy = (): void => {
  window.__webpack_nonce__ = pageNonce();
  window.trustedTypes?.createPolicy('default', markupRules);
};
