export * from './action-item.builder';
export * from './actions-world.builder';
