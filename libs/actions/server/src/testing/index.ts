export * from './action-item.builder';
