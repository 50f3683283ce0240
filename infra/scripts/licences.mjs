import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build.mjs';

/**
 * Fails when a package that the hub is built from or tested with has a licence that nobody has looked at. A choice
 * ("A OR B") needs one of ours in it, a sum ("A AND B") all.
 */
const accepted = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  // Only its own files stay under it, and we change none of them.
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Say it in another way than package.json does; read by a person, at this version. */
const readByHand = new Map([]);

export function isAccepted(licence) {
  const words = licence.replace(/[()]/g, ' ').trim();
  return words.split(/\s+OR\s+/).some((choice) => choice.split(/\s+AND\s+/).every((one) => accepted.has(one.trim())));
}

function licenceOf(path, entry) {
  if (entry.license) return entry.license;
  const file = join(root, path, 'package.json');
  const { license, licenses } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return typeof license === 'string'
    ? license
    : (license?.type ?? licenses?.map(({ type }) => type).join(' OR ') ?? '');
}

function check() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const third = Object.entries(packages).filter(([path, entry]) => path.includes('node_modules/') && !entry.link);
  const strange = third
    .map(([path, entry]) => ({
      name: `${path.split('node_modules/').at(-1)}@${entry.version}`,
      licence: licenceOf(path, entry),
    }))
    .filter(({ name, licence }) => !isAccepted(licence) && readByHand.get(name) !== licence);
  if (strange.length === 0) {
    process.stdout.write(`${third.length} packages, all under licences that are accepted.\n`);
    return;
  }
  for (const { name, licence } of strange) process.stderr.write(`${name}: ${licence || 'no licence'}\n`);
  process.stderr.write('Look at each and add its licence to infra/scripts/licences.mjs, or do without the package.\n');
  process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) check();
