import { personalKey, readStored, useViewerIfSignedIn, writeStored } from '@sos/platform-web';
import { useCallback, useState } from 'react';
import type { Hit } from './search.query';

export type RecentHit = Pick<Hit, 'id' | 'kind' | 'title' | 'detail' | 'path'>;

const limit = 6;

const isRecentHit = (value: unknown): value is RecentHit => {
  const hit = value as Partial<RecentHit> | null;
  return typeof hit?.title === 'string' && typeof hit.path === 'string' && typeof hit.kind === 'string';
};

const parse = (stored: string | null): RecentHit[] => {
  try {
    const found: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(found) ? found.filter(isRecentHit) : [];
  } catch {
    return [];
  }
};

/** What this person opened from the search on this computer, newest first. */
export const useRecentHits = () => {
  const personId = useViewerIfSignedIn()?.person.id ?? 'nobody';
  const key = personalKey(personId, 'recent-hits');
  const [recent, setRecent] = useState(() => parse(readStored(key)));
  const remember = useCallback(
    ({ id, kind, title, detail, path }: RecentHit) => {
      const next = [
        { id, kind, title, detail, path },
        ...parse(readStored(key)).filter((hit) => hit.path !== path),
      ].slice(0, limit);
      writeStored(key, JSON.stringify(next));
      setRecent(next);
    },
    [key],
  );
  return { recent, remember };
};
