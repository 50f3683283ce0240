import type { Transaction } from '@sos/platform-server';

/** The facts of a workgroup that an empty hub can begin with. Provided by the composition, which has the content. */
export abstract class StarterStructure {
  /** Such as "Statewide Overdose Safety Workgroup, California". */
  abstract readonly name: string;
  abstract readonly agencies: readonly { key: string; name: string }[];
  /** Bodies, focus items, goals and agencies, and nobody in them. */
  abstract insert(transaction: Transaction): Promise<void>;
  /** What every hub needs, whatever its workgroup is: the words of the catalog. */
  abstract insertFrame(transaction: Transaction): Promise<void>;
}
