/** Addresses come from feeds: only web addresses become links. */
export const webAddress = (address: string | null | undefined): string | null => {
  if (!address || !URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
};

/** DCAT writes `mailto:` before the address; people don't. */
export const mailAddress = (written: string | null | undefined): { href: string; address: string } | null => {
  const address = (written ?? '').replace(/^mailto:/i, '').trim();
  return /^[^\s@?&]+@[^\s@?&]+\.[^\s@?&]+$/.test(address) ? { href: `mailto:${address}`, address } : null;
};

export const hostOf = (address: string): string => new URL(address).hostname.replace(/^www\./, '');

/** The parts of a text that are web addresses, so that they can become links. */
export const linkedParts = (text: string): { text: string; href: string | null }[] =>
  text
    .split(/(https?:\/\/[^\s;,]+)/)
    .filter(Boolean)
    .map((part) => ({ text: part, href: /^https?:/.test(part) ? webAddress(part) : null }));
