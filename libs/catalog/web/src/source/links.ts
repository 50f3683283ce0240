import { webAddress } from '@sos/platform-web';

/** The parts of a text that are web addresses, so that they can become links. */
export const linkedParts = (text: string): { text: string; href: string | null }[] =>
  text
    .split(/(https?:\/\/[^\s;,]+)/)
    .filter(Boolean)
    .map((part) => ({ text: part, href: /^https?:/.test(part) ? webAddress(part) : null }));
