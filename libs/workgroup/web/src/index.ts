export { workgroupRoutes } from './workgroup.routes';
export { subGroupBoard, subGroupItems } from './workgroup.slots';
