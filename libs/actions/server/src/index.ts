export * from './action-item.lists';
export * from './action-item.loader';
export { allParts, itemParts, type ItemPart } from './action-item.parts';
export { mayEdit, mayEditPredicate, mayPost, mayPostPredicate } from './action-item.policy';
export { ActionItemRepository } from './action-item.repository';
export * from './action-item.types';
export * from './actions.entities';
export * from './actions.module';
export { SqlParameters } from './sql-parameters';
