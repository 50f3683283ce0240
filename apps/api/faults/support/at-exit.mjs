const works = new Set();

process.on('exit', () => {
  for (const work of works) work();
});

// A signal would end this process without a word to what it has started, frozen servers among it.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
])
  process.on(signal, () => process.exit(code));

/** Runs when this process ends, however a scenario went. @returns the way to take it back. */
export function atExit(work) {
  works.add(work);
  return () => works.delete(work);
}
