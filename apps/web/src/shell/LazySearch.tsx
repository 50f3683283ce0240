import { RouteBoundary } from '@sos/platform-web';
import { SearchDialog } from '@sos/search-web';
import { useState } from 'react';

type LazySearchProps = { opened: boolean; onClose: () => void };

/** Nothing is fetched until somebody searches; from then on it stays, so that closing can give the focus back. */
export const LazySearch = ({ opened, onClose }: LazySearchProps) => {
  const [isWanted, setIsWanted] = useState(false);
  if (opened && !isWanted) setIsWanted(true);
  return (
    isWanted && (
      <RouteBoundary what="The search" skeleton={null}>
        <SearchDialog opened={opened} onClose={onClose} />
      </RouteBoundary>
    )
  );
};
