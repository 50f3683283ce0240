import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '../../..');
const text = readFileSync(join(root, 'docs/threat-model.md'), 'utf8');
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| (threat|-+) /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));
/** A test is named by its file and a part of its title. */
const named = [...text.matchAll(/`([\w./-]+\.spec\.tsx?)` “([^”]+)”/g)].map(([, file, title]) => [file!, title!]);

describe('the threat model', () => {
  test('has threats, each with a measure and a test', () => {
    expect(rows.length).toBeGreaterThan(25);
    const untested = rows.filter((cells) => !cells[2] || !/\.spec\.tsx?` “/.test(cells[3] ?? ''));
    expect(untested.map((cells) => cells[1])).toEqual([]);
  });

  test.each(named)('%s has the test “%s”', (file, title) => {
    expect(existsSync(join(root, file))).toBe(true);
    expect(readFileSync(join(root, file), 'utf8')).toContain(title);
  });
});
