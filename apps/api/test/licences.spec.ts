import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const script = join(import.meta.dirname, '../../../infra/scripts/licences.mjs');
const judge = (licence: string) =>
  execFileSync(process.execPath, [
    '-e',
    `import(${JSON.stringify(script)}).then(({ isAccepted }) => console.log(isAccepted(${JSON.stringify(licence)})))`,
  ])
    .toString()
    .trim()
    .split('\n')
    .at(-1);

test('a licence asks for all of a sum and any of a choice', () => {
  expect(['(MIT OR EUPL-1.1+)', 'MIT AND GPL-3.0', '(MIT AND BSD-3-Clause)', '', 'GPL-3.0'].map(judge)).toEqual([
    'true',
    'false',
    'true',
    'false',
    'false',
  ]);
});
