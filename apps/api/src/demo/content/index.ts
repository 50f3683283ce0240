export { actionItems, restrictedItems } from './action-items';
export { agencies } from './agencies';
export type * from './content.types';
export { dataSources } from './data-sources';
export { focusItems, type FocusItemContent } from './focus-items';
export { goals, type GoalContent } from './goals';
export { healthDeclarations } from './health-declarations';
export { objectives } from './objectives';
export { people } from './people';
export { seats } from './seats';
export { THEMES } from './themes';
export { vocabulary } from './vocabulary';
export {
  workgroupHistory,
  type BodyContent,
  type SubGroupContent,
  type WorkgroupHistoryContent,
} from './workgroup-history';
