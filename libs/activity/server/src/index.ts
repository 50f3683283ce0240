export * from './activity-entry.types';
export * from './activity-feed';
export * from './activity-recorder';
export * from './activity.module';
export * from './audit-entry.entity';
