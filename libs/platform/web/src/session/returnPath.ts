/**
 * The path to go to after signing in. Only a path of this hub is taken: `//elsewhere` and `/\elsewhere` would lead
 * to another site, and the sign-in page itself would be a circle.
 */
export const safeReturnPath = (asked: string | null | undefined): string => {
  if (!asked || !asked.startsWith('/')) return '/';
  const base = 'https://hub.invalid';
  if (!URL.canParse(asked, base)) return '/';
  const { origin, pathname, search, hash } = new URL(asked, base);
  const leaves = origin !== base || pathname.startsWith('//');
  const circles = pathname === '/sign-in' || pathname.startsWith('/sign-in/');
  return leaves || circles ? '/' : `${pathname}${search}${hash}`;
};

export const signInPath = (from: { pathname: string; search: string; hash?: string }): string => {
  const path = safeReturnPath(`${from.pathname}${from.search}${from.hash ?? ''}`);
  return path === '/' ? '/sign-in' : `/sign-in?return=${encodeURIComponent(path)}`;
};
