import type { Transaction } from '@sos/platform-server';
import { StarterStructure } from '@sos/workgroup-server';
import { agencies, workgroupHistory } from './content';
import { insertCatalogFrame } from './insert-data-sources';
import { insertStructure } from './load-california-structure';

/** California's workgroup as a structure for an empty hub: facts, and none of the demonstration's people or figures. */
export class CaliforniaStarter extends StarterStructure {
  readonly name = `${workgroupHistory.current.name}, California`;
  readonly agencies = agencies
    .map(({ key, name }) => ({ key, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name));

  insert(transaction: Transaction): Promise<void> {
    return insertStructure(transaction);
  }

  insertFrame(transaction: Transaction): Promise<void> {
    return insertCatalogFrame(transaction);
  }
}
