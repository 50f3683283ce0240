import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as tick } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ComparedValue, PromisedValue } from './carried-value';

let value: PromisedValue<string>;
let leave: () => void;
beforeEach(() => {
  value = new PromisedValue<string>();
  leave = value.follow();
});
afterEach(() => leave());

const callback = <T>(call: () => T) => new Promise<T>((resolve) => setTimeout(() => resolve(call())));

test('follows work through what it awaits, and is nobody else’s', async () => {
  const seen = async (name: string) =>
    value.run(name, async () => {
      const found = [value.get()];
      await tick();
      found.push(value.get());
      await Promise.all([tick(), callback(() => 'done')]);
      found.push(value.get());
      return found;
    });
  const [first, second] = await Promise.all([seen('first'), seen('second')]);
  expect(first).toEqual(['first', 'first', 'first']);
  expect(second).toEqual(['second', 'second', 'second']);
  expect(value.get()).toBeUndefined();
});

test('work within work has its own, and the outer one goes on with what it had', async () => {
  await value.run('outer', async () => {
    expect(await value.run('inner', async () => (await tick(), value.get()))).toBe('inner');
    expect(value.get()).toBe('outer');
  });
});

test('what a timer calls has none, unless it was kept', async () => {
  const [plain, kept] = await value.run('work', () =>
    Promise.all([callback(() => value.get()), callback(value.keep(() => value.get()))]),
  );
  expect([plain, kept]).toEqual([undefined, 'work']);
});

test('a callback never finds what was there before it, whatever went wrong', async () => {
  await expect(
    value.run('work', async () => {
      await tick();
      throw new Error('thrown');
    }),
  ).rejects.toThrow('thrown');
  expect(() =>
    value.run('work', () => {
      throw new Error('thrown at once');
    }),
  ).toThrow('thrown at once');
  expect(value.get()).toBeUndefined();
  expect(await callback(() => value.get())).toBeUndefined();
});

test('nothing is followed before the first who wants it, nor after the last', async () => {
  const later = async () => (await tick(), value.get());
  const leaveToo = value.follow();
  leave();
  leave();
  expect(await value.run('work', later)).toBe('work');
  leaveToo();
  expect(await value.run('work', later)).toBeUndefined();
});

/** Numbers that look random and are the same in each run. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

/** Work of all the shapes that promises come in, which looks at every step. */
async function wander(chance: () => number, depth: number, look: () => void, enter: Enter): Promise<void> {
  look();
  const deeper = () => (depth > 0 ? wander(chance, depth - 1, look, enter) : tick());
  const shapes: (() => unknown)[] = [
    deeper,
    () => enter(deeper),
    () => Promise.all([deeper(), deeper()]),
    () => Promise.race([tick(), deeper().then(look)]).then(look),
    () => new Promise((resolve) => setTimeout(resolve)).finally(look),
    () => ({ then: (resolve: (done: string) => void) => (look(), resolve('a thenable')) }),
    () => Promise.reject(new Error('refused')).catch(look),
    () => deeper().then(() => Promise.reject(new Error('refused'))),
    async () => {
      for await (const step of steps(look)) expect(step).toBeLessThan(3);
    },
  ];
  for (let step = 0; step < 4; step += 1) {
    try {
      await shapes[Math.floor(chance() * shapes.length)]!();
    } catch {
      look();
    }
    look();
  }
}

async function* steps(look: () => void): AsyncGenerator<number> {
  for (let step = 0; step < 3; step += 1) {
    await tick();
    look();
    yield step;
  }
}

type Enter = (work: () => Promise<unknown>) => Promise<unknown>;

test.each([1, 2, 3, 4, 5, 6])('goes where AsyncLocalStorage goes through promises of any shape (%i)', async (seed) => {
  const stored = new AsyncLocalStorage<string>();
  const random = numbers(seed);
  const chance = () => random.next().value;
  let looks = 0;
  let names = 0;
  const look = () => {
    looks += 1;
    expect(value.get()).toBe(stored.getStore());
  };
  const enter: Enter = (work) => {
    const name = `work ${(names += 1)}`;
    return stored.run(name, () => value.run(name, work));
  };
  await Promise.all([1, 2, 3].map(() => enter(() => wander(chance, 3, look, enter))));
  expect(names).toBeGreaterThan(5);
  expect(looks).toBeGreaterThan(100);
});

test('a test is told when a value is lost on the way', async () => {
  const compared = new ComparedValue(value);
  await compared.run('work', async () => {
    await callback(() => expect(() => compared.get()).toThrow('was lost'));
    expect(await callback(compared.keep(() => compared.get()))).toBe('work');
  });
});
