import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build.mjs';

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What Node is told in production, so that what is measured is what is run. */
export const productionArguments = scripts['start:production']
  .split(' ')
  .filter((part) => part.startsWith('--') && part !== '--production');
