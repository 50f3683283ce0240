export * from './goal.builder';
