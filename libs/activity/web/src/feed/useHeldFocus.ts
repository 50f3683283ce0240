import { type RefObject, useEffect, useRef } from 'react';

/** "Show more" leaves with the last page: then focus stays in its place instead of falling to the top. */
export const useHeldFocus = (hasMore: boolean): RefObject<HTMLDivElement | null> => {
  const foot = useRef<HTMLDivElement>(null);
  const hadMore = useRef(hasMore);
  useEffect(() => {
    if (hadMore.current && !hasMore && document.activeElement === document.body) foot.current?.focus();
    hadMore.current = hasMore;
  }, [hasMore]);
  return foot;
};
