import type { HubViewer } from '@sos/platform-web';
import type { ItemFormOptions } from './ItemFormOptions';
import { emptyItem, type ItemValues } from './itemValues';

/** A new item as far as the link that led here, and who follows it, can tell. */
export const prefill = (parameters: URLSearchParams, options: ItemFormOptions, viewer: HubViewer): ItemValues => {
  const groups = options.workgroup?.subGroups ?? [];
  const objectiveKey = parameters.get('objective');
  const goal = options.goals.find(
    ({ number, objectives }) =>
      String(number) === parameters.get('goal') || objectives.some(({ key }) => key === objectiveKey),
  );
  const focusSlug = parameters.get('focus');
  const carriers = groups.filter(({ focusItems }) => focusItems.some(({ slug }) => slug === focusSlug));
  const ours = groups.filter(({ slug }) => viewer.subGroupSlugs.includes(slug));
  const group =
    groups.find(({ slug }) => slug === parameters.get('subgroup')) ??
    carriers.find((carrier) => ours.includes(carrier)) ??
    carriers[0] ??
    (ours.length === 1 ? ours[0] : undefined);
  return {
    ...emptyItem,
    subGroupId: group?.id ?? '',
    focusItemId: group?.focusItems.find(({ slug }) => slug === focusSlug)?.id ?? '',
    goalId: goal?.id ?? '',
    objectiveId: goal?.objectives.find(({ key }) => key === objectiveKey)?.id ?? '',
    leadAgencyId: viewer.person.agency.id,
    assigneeIds: [viewer.person.id],
  };
};
