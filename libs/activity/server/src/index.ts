export * from './activity-recorder';
