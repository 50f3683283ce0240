import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry } from '@sos/platform-server';
import { FocusItemLoader, SubGroupLoader, WorkgroupLoader } from './workgroup.loader';

/** The workgroup, its sub-groups, focus items and seats. Global: every domain above names sub-groups. */
@Global()
@Module({
  providers: [WorkgroupLoader, SubGroupLoader, FocusItemLoader],
  exports: [WorkgroupLoader, SubGroupLoader, FocusItemLoader],
})
export class WorkgroupModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly workgroups: WorkgroupLoader,
    private readonly subGroups: SubGroupLoader,
    private readonly focusItems: FocusItemLoader,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Workgroup', (id, { loaders }) => loaders.get(this.workgroups.byId).load(id));
    this.nodes.register('SubGroup', (id, { loaders }) => loaders.get(this.subGroups.byId).load(id));
    this.nodes.register('FocusItem', (id, { loaders }) => loaders.get(this.focusItems.byId).load(id));
  }
}
