import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LiveChange } from './ChangesSubscription';
import { keepWatching, type Watched } from './keepWatching';

const change = (cursor: string): LiveChange => ({
  __typename: 'Change',
  cursor,
  kind: 'CHANGED',
  subjectType: 'ActionItem',
  subjectId: 'item-1',
  relatedIds: [],
  byViewer: false,
});

describe('the socket of live updates', () => {
  let sockets: (Watched & { after: string | null; isClosed: boolean })[];
  let heard: string[];
  let gaps: number;
  let stop: () => void;

  const beSeen = (state: 'visible' | 'hidden') => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const last = () => sockets.at(-1)!;

  beforeEach(() => {
    jest.useFakeTimers();
    jest.spyOn(Math, 'random').mockReturnValue(0.5);
    sockets = [];
    heard = [];
    gaps = 0;
    beSeen('visible');
    stop = keepWatching({
      watch: (after, watched) => {
        const socket = { ...watched, after, isClosed: false };
        sockets.push(socket);
        return () => void (socket.isClosed = true);
      },
      onChange: ({ cursor }) => heard.push(cursor!),
      onGap: () => (gaps += 1),
    });
  });
  afterEach(() => {
    stop();
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('is one, and passes on what is told', () => {
    last().onOpen();
    last().onChange(change('a'));
    beSeen('visible');
    expect([sockets.length, heard]).toEqual([1, ['a']]);
  });

  it('comes back after a loss, from the last change it heard', () => {
    last().onOpen();
    last().onChange(change('a'));
    last().onEnd();
    jest.advanceTimersByTime(1_000);
    expect([sockets.length, last().after, gaps]).toEqual([2, 'a', 0]);
  });

  it('says that there was a gap when it has heard nothing to begin from', () => {
    last().onOpen();
    last().onEnd();
    jest.advanceTimersByTime(1_000);
    last().onOpen();
    expect(gaps).toBe(1);
  });

  it('tries again after longer and longer pauses where sockets are blocked, a minute at the most', () => {
    const opened: number[] = [];
    const begun = Date.now();
    for (let time = 0; time < 600_000; time += 500) {
      if (sockets.length > opened.length) {
        opened.push(Math.round((Date.now() - begun) / 1_000));
        last().onEnd();
      }
      jest.advanceTimersByTime(500);
    }
    const pauses = opened.slice(1).map((at, place) => at - opened[place]!);
    expect(pauses.slice(0, 8).map(Math.round)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  it('begins with short pauses again after it has worked', () => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      last().onEnd();
      jest.advanceTimersByTime(60_000);
    }
    last().onOpen();
    jest.advanceTimersByTime(15_000);
    last().onEnd();
    const before = sockets.length;
    jest.advanceTimersByTime(1_000);
    expect(sockets).toHaveLength(before + 1);
  });

  it('is closed a minute after the page went out of sight, and is there again with it', () => {
    last().onOpen();
    last().onChange(change('a'));
    beSeen('hidden');
    jest.advanceTimersByTime(59_000);
    expect(last().isClosed).toBe(false);
    jest.advanceTimersByTime(2_000);
    expect(last().isClosed).toBe(true);
    jest.advanceTimersByTime(600_000);
    expect(sockets).toHaveLength(1);
    beSeen('visible');
    expect([sockets.length, last().after]).toEqual([2, 'a']);
  });

  it('does not come back once the person has left', () => {
    last().onEnd();
    stop();
    jest.advanceTimersByTime(600_000);
    expect(sockets).toHaveLength(1);
  });
});
