import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { NodeRegistry, ViewerSource } from '@sos/platform-server';
import { ActivityResolver } from './activity.resolver';
import { SeatLoader } from './seat.loader';
import { AgencySeatsResolver, PersonSeatsResolver, SeatResolver } from './seat.resolver';
import { SeatedViewers } from './seated-viewers';
import { SetUpHub } from './set-up/set-up-hub';
import { SetUpResolver } from './set-up/set-up.resolver';
import { SubGroupResolver } from './sub-group.resolver';
import { HubWorkgroupResolver, ViewerBodiesResolver } from './viewer-bodies.resolver';
import { FocusItemLoader, SubGroupLoader, WorkgroupLoader } from './workgroup.loader';
import { WorkgroupRepository } from './workgroup.repository';
import { WorkgroupResolver } from './workgroup.resolver';

/**
 * The workgroup, its sub-groups, focus items and seats; and, because seats make roles, the source of viewers.
 * Global: every domain above names sub-groups.
 */
@Global()
@Module({
  providers: [
    ActivityResolver,
    AgencySeatsResolver,
    FocusItemLoader,
    HubWorkgroupResolver,
    PersonSeatsResolver,
    SeatLoader,
    SeatResolver,
    SetUpHub,
    SetUpResolver,
    SubGroupLoader,
    SubGroupResolver,
    ViewerBodiesResolver,
    WorkgroupLoader,
    WorkgroupRepository,
    WorkgroupResolver,
    { provide: ViewerSource, useClass: SeatedViewers },
  ],
  exports: [FocusItemLoader, SeatLoader, SubGroupLoader, ViewerSource, WorkgroupLoader, WorkgroupRepository],
})
export class WorkgroupModule implements OnModuleInit {
  constructor(
    private readonly nodes: NodeRegistry,
    private readonly workgroups: WorkgroupLoader,
    private readonly subGroups: SubGroupLoader,
    private readonly focusItems: FocusItemLoader,
    private readonly seats: SeatLoader,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Workgroup', (id, { loaders }) => loaders.get(this.workgroups.byId).load(id));
    this.nodes.register('SubGroup', (id, { loaders }) => loaders.get(this.subGroups.byId).load(id));
    this.nodes.register('FocusItem', (id, { loaders }) => loaders.get(this.focusItems.byId).load(id));
    this.nodes.register('Seat', (id, { loaders }) => loaders.get(this.seats.byId).load(id));
  }
}
