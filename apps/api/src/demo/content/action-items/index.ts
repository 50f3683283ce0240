import type { ActionItemContent } from '../content.types';
import { coordinationData } from './goal-1-coordination-data';
import { coordinationSignals } from './goal-1-coordination-signals';
import { coordinationMessages } from './goal-1-coordination-messages';
import { strategiesTreatment } from './goal-2-strategies-treatment';
import { strategiesFundingAndPrevention } from './goal-2-strategies-funding-and-prevention';
import { fatalOverdoses } from './goal-3-fatal-overdoses';

export { restrictedItems } from './restricted';

/** Numbered in the order in which they were opened. */
export const actionItems: ActionItemContent[] = [
  ...coordinationData,
  ...coordinationSignals,
  ...coordinationMessages,
  ...strategiesTreatment,
  ...strategiesFundingAndPrevention,
  ...fatalOverdoses,
].sort((a, b) => a.number - b.number);
