import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { HelpRequestState } from './help-request.types';

/** An update's call to another agency. */
@Entity('help_request')
export class HelpRequestEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'action_item_update_id' }) actionItemUpdateId: string;
  @Column('uuid', { name: 'action_item_id' }) actionItemId: string;
  /** The agency that can help. */
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @Column('text', { default: 'open' }) state: HelpRequestState;
  @Column('uuid', { name: 'requested_by_id' }) requestedById: string;
  @CreateDateColumn({ name: 'requested_at', type: 'timestamptz' }) requestedAt: Date;
  @Column('uuid', { name: 'answered_by_id', nullable: true }) answeredById: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
  /** Who agreed to help, and when: kept past closing, so that reopening finds it. */
  @Column('uuid', { name: 'accepted_by_id', nullable: true }) acceptedById: string | null;
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt: Date | null;
  @Column('uuid', { name: 'restricted_to_sub_group_id', nullable: true }) restrictedToSubGroupId: string | null;
}
