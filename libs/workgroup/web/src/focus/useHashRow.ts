import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** The row that the address names behind its #: brought into view, and marked by the page. */
export const useHashRow = (): string | null => {
  const { hash } = useLocation();
  const id = hash.length > 1 ? hash.slice(1) : null;
  useEffect(() => {
    // A page that comes late has no such element when the browser looks for it.
    if (id) document.getElementById(id)?.scrollIntoView({ block: 'center' });
  }, [id]);
  return id;
};
