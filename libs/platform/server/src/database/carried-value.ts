import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { promiseHooks } from 'node:v8';

/** A value that belongs to a piece of work, and is found by whatever the work calls, however deep. */
export interface CarriedValue<T> {
  /** From now on values are carried, until every function that this has returned was called. */
  follow(): () => void;
  /** Runs the work, and whatever it awaits, with the value. */
  run<R>(value: T, work: () => R): R;
  /** The value of the work that runs; undefined outside of any. */
  get(): T | undefined;
  /** The function, with the value of now whenever it is called: for what a timer, a stream or a loader calls. */
  keep<Given extends unknown[], R>(call: (...given: Given) => R): (...given: Given) => R;
}

/** What Node brings. From version 24 the engine carries it; before that, a hook runs for everything asynchronous. */
class StoredValue<T> implements CarriedValue<T> {
  private readonly storage = new AsyncLocalStorage<T>();

  follow(): () => void {
    return () => undefined;
  }

  run<R>(value: T, work: () => R): R {
    return this.storage.run(value, work);
  }

  get(): T | undefined {
    return this.storage.getStore();
  }

  keep<Given extends unknown[], R>(call: (...given: Given) => R): (...given: Given) => R {
    return AsyncResource.bind(call);
  }
}

type Carrying<T> = Promise<unknown> & Record<symbol, T | undefined>;

/**
 * Follows promises alone, at a small part of the price. What a timer, a socket or a stream calls begins without a
 * value, unless it was kept.
 */
export class PromisedValue<T> implements CarriedValue<T> {
  private current: T | undefined;
  private followers = 0;
  private unhook = (): void => undefined;

  follow(): () => void {
    if (++this.followers === 1) this.unhook = this.hook();
    let isFollowing = true;
    return () => {
      if (isFollowing && --this.followers === 0) this.unhook();
      isFollowing = false;
    };
  }

  run<R>(value: T | undefined, work: () => R): R {
    const outer = this.current;
    this.current = value;
    try {
      return work();
    } finally {
      this.current = outer;
    }
  }

  get(): T | undefined {
    return this.current;
  }

  keep<Given extends unknown[], R>(call: (...given: Given) => R): (...given: Given) => R {
    const value = this.current;
    return (...given) => this.run(value, () => call(...given));
  }

  /** A promise is made within the work that waits for it, and carries the value to what comes after it. */
  private hook(): () => void {
    const place = Symbol('carried value');
    return promiseHooks.createHook({
      init: (promise: Promise<unknown>) => {
        (promise as Carrying<T>)[place] = this.current;
      },
      before: (promise: Promise<unknown>) => {
        this.current = (promise as Carrying<T>)[place];
      },
      after: () => {
        this.current = undefined;
      },
    }) as unknown as () => void;
  }
}

/** For tests: both ways at once, where any difference between them is an error. */
export class ComparedValue<T> implements CarriedValue<T> {
  private readonly stored = new StoredValue<T>();

  constructor(private readonly compared: CarriedValue<T>) {}

  follow(): () => void {
    return this.compared.follow();
  }

  run<R>(value: T, work: () => R): R {
    return this.stored.run(value, () => this.compared.run(value, work));
  }

  get(): T | undefined {
    const value = this.compared.get();
    if (value !== this.stored.get())
      throw new Error(
        'What a work carries was lost on the way to here. Whoever gives it to a timer or stream keeps it.',
      );
    return value;
  }

  keep<Given extends unknown[], R>(call: (...given: Given) => R): (...given: Given) => R {
    return this.stored.keep(this.compared.keep(call));
  }
}

const isCarriedByTheEngine = Number.parseInt(process.versions.node, 10) >= 24;

export function carriedValue<T>(): CarriedValue<T> {
  const value = isCarriedByTheEngine ? new StoredValue<T>() : new PromisedValue<T>();
  return process.env.NODE_ENV === 'test' ? new ComparedValue(value) : value;
}
