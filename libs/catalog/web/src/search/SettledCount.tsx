import { countOf, LiveRegion } from '@sos/platform-ui';
import { useEffect, useState } from 'react';

/** Says how many were found once the person has stopped typing, and not at every letter. */
export const SettledCount = ({ count, isWaiting }: { count: number; isWaiting: boolean }) => {
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    if (isWaiting) return;
    const timer = setTimeout(() => setSpoken(`${countOf(count, 'source')} found`), 800);
    return () => clearTimeout(timer);
  }, [count, isWaiting]);
  return <LiveRegion>{spoken}</LiveRegion>;
};
