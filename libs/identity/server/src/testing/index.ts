export * from './identity.builder';
