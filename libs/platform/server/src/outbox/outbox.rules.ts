/** After so many attempts, about half a day, an entry waits for a person: `npm run hub -- outbox retry`. */
export const maximumAttempts = 12;

const firstSeconds = 15;
const longestSeconds = 2 * 60 * 60;

/**
 * How long to wait after a failed attempt: three times as long each time, two hours at most, and never the same for
 * entries that failed together.
 * @param attempts Attempts made so far, this one included.
 * @param chance From 0 to 1.
 */
export function secondsUntilNextAttempt(attempts: number, chance: number): number {
  const wait = Math.min(firstSeconds * 3 ** (attempts - 1), longestSeconds);
  return Math.round(wait * (0.75 + chance / 2));
}
