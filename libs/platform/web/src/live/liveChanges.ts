import { useEffect, useEffectEvent } from 'react';
import type { LiveChange } from './ChangesSubscription';

/** What the server told; each change once, however often it told it. */
class LiveChanges {
  private readonly listeners = new Set<(change: LiveChange) => void>();
  private readonly heard = new Set<string>();

  tell(change: LiveChange): void {
    if (change.cursor !== null) {
      if (this.heard.has(change.cursor)) return;
      this.heard.add(change.cursor);
      if (this.heard.size > 500) this.heard.delete(this.heard.values().next().value!);
    }
    this.listeners.forEach((listener) => listener(change));
  }

  listen(listener: (change: LiveChange) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}

export const liveChanges = new LiveChanges();

/** For a part that says by itself that there is something new, such as a feed. */
export const useLiveChange = (hear: (change: LiveChange) => void): void => {
  const latest = useEffectEvent(hear);
  useEffect(() => liveChanges.listen((change) => latest(change)), []);
};
