import { createContext, type ReactNode, type RefObject, useCallback, useContext, useRef } from 'react';
import styles from './SeatsPlace.module.css';

const PlaceContext = createContext<RefObject<HTMLDivElement | null> | null>(null);

/** Around a list of seats: the focus stays here when an act has put another seat in the place of the one that had it. */
export const SeatsPlace = ({ children }: { children: ReactNode }) => {
  const place = useRef<HTMLDivElement>(null);
  return (
    <PlaceContext value={place}>
      <div ref={place} tabIndex={-1} className={styles.place}>
        {children}
      </div>
    </PlaceContext>
  );
};

/** After an act, once the list is drawn anew. */
export const useStayInPlace = () => {
  const place = useContext(PlaceContext);
  return useCallback(
    () =>
      window.setTimeout(() => {
        if (document.activeElement === document.body) place?.current?.focus({ preventScroll: true });
      }),
    [place],
  );
};
