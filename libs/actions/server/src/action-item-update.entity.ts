import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { WorkStatus } from './action-item.types';

/** One line of an item's history. Only ever added. */
@Entity('action_item_update')
export class ActionItemUpdateEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'action_item_id' }) actionItemId: string;
  @Column('uuid', { name: 'author_id' }) authorId: string;
  @Column('text') status: WorkStatus;
  @Column('text', { name: 'previous_status', nullable: true }) previousStatus: WorkStatus | null;
  @Column('text') note: string;
  @Column('text', { name: 'evidence_url', nullable: true }) evidenceUrl: string | null;
  @CreateDateColumn({ name: 'posted_at', type: 'timestamptz' }) postedAt: Date;
  /** Version of the item that the update made. */
  @Column('integer', { name: 'item_version' }) itemVersion: number;
  @Column('uuid', { name: 'restricted_to_sub_group_id', nullable: true }) restrictedToSubGroupId: string | null;
}
