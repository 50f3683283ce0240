import { loadCaliforniaStructure } from '../demo/load-california-structure';
import type { Command } from './command';

/** `setup <structure>`: fills an empty hub with a workgroup's bodies, goals and agencies, and nobody in it. */
export const setUpStructure: Command = async ({ structure }, { database }, output) => {
  if (structure !== 'california') {
    output.progress(`There is no structure "${String(structure)}". The one that comes with the hub is: california.`);
    return 2;
  }
  const [existing] = await database.query<{ name: string }>('select name from workgroup limit 1');
  if (existing) {
    output.progress(`This hub already holds "${existing.name}". Set-up only fills an empty hub.`);
    return 1;
  }
  await loadCaliforniaStructure(database);
  output.print('The workgroup, its sub-groups, focus items, goals and agencies are in place.');
  return 0;
};
