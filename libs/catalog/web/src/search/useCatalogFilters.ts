import { useUrlState } from '@sos/platform-web';
import { useCallback, useState } from 'react';
import { type CatalogFilters, catalogParts } from './catalogFilters';

export type ChangeFilters = (changes: Partial<CatalogFilters>, options?: { push?: boolean }) => void;

/**
 * The filters as the person has just set them, ahead of the address: the router moves to a new address only when its
 * rows are there, and a checkbox can't wait for that.
 */
export const useCatalogFilters = (): [filters: CatalogFilters, change: ChangeFilters] => {
  const [written, write] = useUrlState(catalogParts);
  const [filters, setFilters] = useState<CatalogFilters>(written);
  const [known, setKnown] = useState(written);
  if (known !== written) {
    setKnown(written);
    // What we wrote ourselves comes back here; anything else is the back button or a link.
    if (JSON.stringify(written) !== JSON.stringify(filters)) setFilters(written);
  }
  const change = useCallback<ChangeFilters>(
    (changes, options) => {
      const next = { ...filters, ...changes };
      setFilters(next);
      // All of it: the address at hand may be older than the last choice.
      write(next, options);
    },
    [filters, write],
  );
  return [filters, change];
};
