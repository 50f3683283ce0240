/**
 * A path of this hub that a person wants to come back to; null for anything else. `//elsewhere` and `/\elsewhere` would
 * lead to another site.
 */
export function safeReturnPath(asked: string | null | undefined): string | null {
  if (!asked || asked.length > 1_000 || !/^\/(?![/\\])/.test(asked)) return null;
  const base = 'https://hub.invalid';
  if (!URL.canParse(asked, base)) return null;
  const { origin, pathname, search } = new URL(asked, base);
  return origin !== base || pathname === '/' || pathname.startsWith('//') ? null : `${pathname}${search}`;
}
