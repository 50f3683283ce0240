import { readFileSync } from 'node:fs';

/** The version that the hub's own package states; it is always started from its folder. */
export const hubVersion: string = readVersion();

function readVersion(): string {
  try {
    return (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version;
  } catch {
    return 'unknown';
  }
}
