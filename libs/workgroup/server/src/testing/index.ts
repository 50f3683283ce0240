export * from './workgroup.builder';
