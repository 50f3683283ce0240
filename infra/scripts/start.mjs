import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, root } from './build.mjs';

// `npm start` is the demonstration; `npm run start:production` the real hub (see docs/how-to/run-in-production.md).
if (process.argv.includes('--production')) process.env.NODE_ENV = 'production';
process.chdir(root);
if (existsSync('.env')) process.loadEnvFile('.env');
build(['api', 'web']);
// In this very process, so that Ctrl+C and signals reach the hub itself.
await import(join(root, 'apps/api/dist/main.js'));
