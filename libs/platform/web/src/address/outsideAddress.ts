/** What somebody wrote or a feed brought: only web addresses become links. */
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
