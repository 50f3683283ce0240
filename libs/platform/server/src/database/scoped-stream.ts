import { Readable } from 'node:stream';
import { keepScope } from './row-scope';

/**
 * A stream of what a generator yields. A stream asks for the next piece when there is room for it, on nobody's behalf;
 * what the generator then reads from the database, it reads in the scope of whoever made the stream.
 */
export function scopedStream<T>(pieces: AsyncIterable<T>): Readable {
  const iterator = pieces[Symbol.asyncIterator]();
  return Readable.from({
    [Symbol.asyncIterator]: () => ({
      next: keepScope(() => iterator.next()),
      return: keepScope(async () => (await iterator.return?.()) ?? { done: true as const, value: undefined }),
    }),
  });
}
