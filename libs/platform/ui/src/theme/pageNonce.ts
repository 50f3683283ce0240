/** What the page's content security policy allows styles and scripts by; empty where there is no such policy. */
export const pageNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
