import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Priority, WorkStatus } from './action-item.types';

/**
 * What an agency does, for which goal and focus, by when. The newest update is kept in the row itself, so that
 * lists read one row an item.
 */
@Entity('action_item')
export class ActionItemEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'workgroup_id' }) workgroupId: string;
  /** Running number, unique in the workgroup; of restricted items a negative one that tells nothing. */
  @Column('integer') number: number;
  /** The opening sub-group's prefix and the number: `PS-19`. Never changes. */
  @Column('text', { unique: true }) reference: string;
  @Column('text') title: string;
  @Column('text', { default: '' }) description: string;
  @Column('uuid', { name: 'goal_id' }) goalId: string;
  @Column('uuid', { name: 'objective_id', nullable: true }) objectiveId: string | null;
  @Column('uuid', { name: 'focus_item_id' }) focusItemId: string;
  /** The sub-group that opened it. */
  @Column('uuid', { name: 'sub_group_id' }) subGroupId: string;
  /** The same sub-group, where only those with a seat in it may know of the item; none: everybody may. */
  @Column('uuid', { name: 'restricted_to_sub_group_id', nullable: true }) restrictedToSubGroupId: string | null;
  @Column('uuid', { name: 'lead_agency_id' }) leadAgencyId: string;
  @Column('text', { default: 'not_started' }) status: WorkStatus;
  @Column('text', { default: 'medium' }) priority: Priority;
  @Column('date', { name: 'start_on', nullable: true }) startOn: string | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn: string | null;
  @Column('text', { name: 'next_step', default: '' }) nextStep: string;
  @Column('text', { array: true, default: '{}' }) tags: string[];
  @Column('uuid', { name: 'latest_update_id', nullable: true }) latestUpdateId: string | null;
  @Column('timestamptz', { name: 'latest_update_at', nullable: true }) latestUpdateAt: Date | null;
  @Column('text', { name: 'latest_update_note', nullable: true }) latestUpdateNote: string | null;
  @Column('uuid', { name: 'latest_update_author_id', nullable: true }) latestUpdateAuthorId: string | null;
  /** Requests for help in state `open`. */
  @Column('integer', { name: 'open_help_request_count', default: 0 }) openHelpRequestCount: number;
  @Column('timestamptz', { name: 'completed_at', nullable: true }) completedAt: Date | null;
  /** Rises with every update and edit: a writer names the version that was seen. */
  @Column('integer', { default: 1 }) version: number;
  @Column('uuid', { name: 'created_by_id', nullable: true }) createdById: string | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}

/** An agency that helps the lead agency. */
@Entity('action_item_supporting_agency')
export class ActionItemSupportingAgencyEntity {
  @PrimaryColumn('uuid', { name: 'action_item_id' }) actionItemId: string;
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId: string;
  @Column('uuid', { name: 'restricted_to_sub_group_id', nullable: true }) restrictedToSubGroupId: string | null;
}

/** Somebody who does the work; the first position is the owner. */
@Entity('action_item_assignee')
export class ActionItemAssigneeEntity {
  @PrimaryColumn('uuid', { name: 'action_item_id' }) actionItemId: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId: string;
  @Column('integer', { default: 0 }) position: number;
  @Column('uuid', { name: 'restricted_to_sub_group_id', nullable: true }) restrictedToSubGroupId: string | null;
}
