const works = new Set();

process.on('exit', () => {
  for (const work of works) work();
});

/** Runs when this process ends, however a scenario went. @returns the way to take it back. */
export function atExit(work) {
  works.add(work);
  return () => works.delete(work);
}
