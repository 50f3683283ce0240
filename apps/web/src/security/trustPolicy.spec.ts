import { afterEach, describe, expect, it } from '@jest/globals';
import { applyTrustPolicy, markupRules } from './trustPolicy';

describe('what may become markup', () => {
  afterEach(() => {
    delete window.trustedTypes;
    document.head.innerHTML = '';
  });

  it('is text that is none', () => {
    expect(markupRules.createHTML(':root{--a:1}')).toBe(':root{--a:1}');
    expect(markupRules.createHTML('<img src=x onerror=alert(1)>')).toBeNull();
    expect(markupRules.createHTML('a{}</style><script>alert(1)</script>')).toBeNull();
  });

  it('is decided by one policy, and only where the browser asks', () => {
    applyTrustPolicy();
    const made: unknown[] = [];
    window.trustedTypes = { createPolicy: (...policy) => made.push(policy) };
    const meta = document.createElement('meta');
    meta.setAttribute('property', 'csp-nonce');
    meta.nonce = 'of-this-page';
    document.head.append(meta);
    applyTrustPolicy();
    expect(made).toEqual([['default', markupRules]]);
    expect(window.__webpack_nonce__).toBe('of-this-page');
  });
});
