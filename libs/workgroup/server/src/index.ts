export * from './focus-item.types';
export * from './seat.types';
export * from './sub-group.types';
export * from './workgroup.entities';
export { FocusItemLoader, SubGroupLoader, WorkgroupLoader } from './workgroup.loader';
export * from './workgroup.module';
export * from './workgroup.sql';
export * from './workgroup.types';
