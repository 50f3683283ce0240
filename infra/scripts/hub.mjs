import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, root } from './build.mjs';

// The person's folder counts for the files named on the command line.
process.env.HUB_CALLED_FROM ??= process.env.INIT_CWD ?? process.cwd();
process.chdir(root);
if (existsSync('.env')) process.loadEnvFile('.env');
build(['api'], { quiet: existsSync('apps/api/dist/hub-command.js') });
await import(join(root, 'apps/api/dist/hub-command.js'));
