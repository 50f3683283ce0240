import type { Viewer } from '../viewer';
import type { Holding, RuleAnswer } from './rule';

/**
 * Whom a rule lets do something, as texts: any one that is also among {@link keysOfViewer} is enough. For things that
 * must still answer to their rule when they are no longer there to be asked.
 */
export function keysOfAnswer({ grounds }: RuleAnswer): string[] {
  return grounds.flatMap(({ words, asks }) => {
    if (asks.length > 1) throw new Error(`"${words}" asks for several things at once, which no single key can say.`);
    return asks.flatMap(keysOf);
  });
}

/** What the viewer holds, as {@link keysOfAnswer} writes it. */
export const keysOfViewer = (viewer: Viewer): string[] => [
  'signed in',
  ...(viewer.isStaff ? ['staff'] : []),
  ...(viewer.isAdministrator ? ['administrator'] : []),
  ...(viewer.isWorkgroupChair ? ['workgroup chair'] : []),
  ...keysOf({ kind: 'chair', subGroupIds: viewer.chairedSubGroupIds }),
  ...keysOf({ kind: 'seat', subGroupIds: viewer.subGroupIds }),
  ...keysOf({ kind: 'represents', agencyIds: viewer.representedAgencyIds }),
  ...keysOf({ kind: 'data steward', agencyIds: viewer.dataStewardAgencyIds }),
  keyOfPerson(viewer.personId),
];

export const keyOfPerson = (personId: string): string => `in person ${personId}`;

function keysOf(holding: Holding): string[] {
  if ('subGroupIds' in holding) return holding.subGroupIds.map((id) => `${holding.kind} ${id}`);
  if ('agencyIds' in holding) return holding.agencyIds.map((id) => `${holding.kind} ${id}`);
  if ('personIds' in holding) return holding.personIds.map(keyOfPerson);
  return [holding.kind];
}
