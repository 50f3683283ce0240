/**
 * Action items and their updates.
 *
 * Parts for the slots of other domains' pages, joined in apps/web/src/slots.tsx:
 * - `SubGroupBoard`, `SubGroupItemList` ({ subGroupSlug }): a sub-group's items by status, or as a table; both without
 *   a heading, so that the page can put its own choice between them.
 * - `GoalItems` ({ goalNumber }), `ObjectiveItems` ({ objectiveKey }): sections with their heading.
 * - `ItemLine` ({ item }): an item in two short lines; spread `...ItemLine` in the query.
 *
 * The slot of our own: `itemDataSources`, on an item's page, for the catalog.
 */
export { actionsRoutes } from './actions.routes';
export { itemDataSources } from './detail/itemDataSources';
export { GoalItems } from './parts/GoalItems';
export { ItemLine, ItemLineFragment } from './parts/ItemLine';
export { ObjectiveItems } from './parts/ObjectiveItems';
export { SubGroupBoard } from './parts/SubGroupBoard';
export { SubGroupItemList } from './parts/SubGroupItemList';
