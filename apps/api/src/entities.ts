import { activityEntities } from '@sos/activity-server';
import { actionsEntities } from '@sos/actions-server';
import { catalogEntities } from '@sos/catalog-server';
import { goalsEntities } from '@sos/goals-server';
import { identityEntities } from '@sos/identity-server';
import { platformEntities } from '@sos/platform-server';
import { workgroupEntities } from '@sos/workgroup-server';

/** Every table that the domains describe. */
export const entities = [
  ...platformEntities,
  ...activityEntities,
  ...identityEntities,
  ...workgroupEntities,
  ...goalsEntities,
  ...actionsEntities,
  ...catalogEntities,
];
