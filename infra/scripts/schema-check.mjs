import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, root } from './build.mjs';

/** Fails when the committed GraphQL schema is not the one that the code makes. */
build(['api'], { quiet: true });
const fresh = join(mkdtempSync(join(tmpdir(), 'sos-schema-')), 'schema.graphql');
execFileSync(process.execPath, ['apps/api/dist/emit-schema.js', fresh], { cwd: root, stdio: 'inherit' });
const committed = join(root, 'libs/platform/contract/schema.graphql');
if (readFileSync(fresh, 'utf8') !== readFileSync(committed, 'utf8')) {
  process.stderr.write(
    'libs/platform/contract/schema.graphql has drifted from the code. Run `npm run schema` and commit it.\n',
  );
  process.exit(1);
}
process.stdout.write('The committed schema is the one that the code makes.\n');
