import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build.mjs';

/** The software bill of materials of what runs, without what only builds and tests it: CycloneDX, in var/. */
const text = execFileSync('npm', ['sbom', '--sbom-format=cyclonedx', '--omit=dev', '--sbom-type=application'], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
const bill = JSON.parse(text);
const components = bill.components ?? [];
if (bill.bomFormat !== 'CycloneDX' || components.length < 50) throw new Error('npm made no bill of materials.');
// Each component must say which bytes it is: those that the registry gave, by their hash.
const unknown = components.filter(({ hashes, properties }) => !hashes?.length && !isOurs(properties));
if (unknown.length > 0) throw new Error(`Without a hash: ${unknown.map(({ name }) => name).join(', ')}`);
mkdirSync(join(root, 'var'), { recursive: true });
writeFileSync(join(root, 'var/sbom.cdx.json'), text);
process.stdout.write(`var/sbom.cdx.json: ${components.length} components.\n`);

function isOurs(properties = []) {
  return properties.some(({ name, value }) => name === 'cdx:npm:package:private' && value === 'true');
}
