import { FocusItemEntity, FocusListingEntity } from './focus-item.entity';
import { InvitationEntity, InvitationTokenEntity } from './invitations/invitation.entity';
import { SeatEntity } from './seat.entity';
import { SubGroupEntity } from './sub-group.entity';
import { WorkgroupEntity } from './workgroup.entity';

/** Every table of the domain. */
export const workgroupEntities = [
  WorkgroupEntity,
  SubGroupEntity,
  FocusItemEntity,
  FocusListingEntity,
  SeatEntity,
  InvitationEntity,
  InvitationTokenEntity,
];
