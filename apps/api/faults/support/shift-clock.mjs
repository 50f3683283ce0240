/** Loaded before the hub (`node --import`): every look at the clock of this machine is off by so many milliseconds. */
const shift = Number(process.env.CLOCK_SHIFT ?? 0);
const Real = globalThis.Date;

globalThis.Date = new Proxy(Real, {
  apply: () => new Real(Real.now() + shift).toString(),
  construct: (target, values, called) =>
    Reflect.construct(target, values.length === 0 ? [Real.now() + shift] : values, called),
  get: (target, name) => (name === 'now' ? () => Real.now() + shift : Reflect.get(target, name)),
});
