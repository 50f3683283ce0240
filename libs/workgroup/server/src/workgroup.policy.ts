import { chairOf, Rule, workgroupChair, type Viewer } from '@sos/platform-server';

type Body = { id: string; endedOn: string | null };

/** "Chair of": the chairs of the sub-group itself, and those of the workgroup. A body that has ended has none. */
export const chairingRule = new Rule<Body>({
  act: 'lead it',
  when: { holds: (subGroup) => subGroup.endedOn === null, otherwise: 'it has ended, so nobody leads it' },
  grounds: [workgroupChair, chairOf('chairs the sub-group', (subGroup) => [subGroup.id])],
  whoCan: 'The chairs of the sub-group and those of the workgroup.',
});

export const mayChair = (viewer: Pick<Viewer, 'isWorkgroupChair' | 'chairedSubGroupIds'>, subGroup: Body): boolean =>
  chairingRule.allows(viewer as Viewer, subGroup);
