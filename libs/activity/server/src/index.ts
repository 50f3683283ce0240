export * from './activity-entry.types';
export * from './activity-feed';
export * from './activity-recorder';
export * from './activity.module';
export * from './audit/audit-heads';
export * from './audit/audit-link.entity';
export * from './audit/verify-audit-trail';
export * from './audit-entry.entity';
