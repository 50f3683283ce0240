export * from './activity-recorder';
export * from './activity.module';
export * from './audit-entry.entity';
