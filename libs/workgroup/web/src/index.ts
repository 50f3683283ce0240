export { setUpRoutes, workgroupRoutes } from './workgroup.routes';
export { subGroupBoard, subGroupItemList } from './workgroup.slots';
