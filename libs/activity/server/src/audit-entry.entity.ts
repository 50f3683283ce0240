import { RemovedThingEntity } from './removal/removed-thing.entity';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { AuditLinkEntity } from './audit/audit-link.entity';

/** One line of the audit trail: who changed what, when, and what it was before and after. Never updated. */
@Entity('audit_entry')
export class AuditEntryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('timestamptz', { name: 'occurred_at', default: () => 'now()' }) occurredAt: Date;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId: string | null;
  @Column('text', { name: 'actor_label' }) actorLabel: string;
  @Column('text') action: string;
  @Column('text', { name: 'subject_type' }) subjectType: string;
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  @Column('text', { name: 'subject_label' }) subjectLabel: string;
  @Column('text', { name: 'subject_path', nullable: true }) subjectPath: string | null;
  @Column('text', { nullable: true }) detail: string | null;
  @Column('uuid', { name: 'workgroup_id', nullable: true }) workgroupId: string | null;
  @Column('uuid', { name: 'sub_group_ids', array: true, default: '{}' }) subGroupIds: string[];
  @Column('uuid', { name: 'agency_ids', array: true, default: '{}' }) agencyIds: string[];
  @Column('jsonb', { nullable: true }) before: object | null;
  @Column('jsonb', { nullable: true }) after: object | null;
  @Column('text', { name: 'request_id', nullable: true }) requestId: string | null;
  @Column('boolean', { name: 'visible_in_feed', default: true }) visibleInFeed: boolean;
  /** Who may know of it: those with a seat in this sub-group; none: everybody. */
  @Column('uuid', { name: 'restricted_to_sub_group_id', nullable: true }) restrictedToSubGroupId: string | null;
  /** What is said of it outside: the running number would tell how many entries one does not see. */
  @Column('uuid', { name: 'public_id', unique: true, generated: 'uuid' }) publicId: string;
}

/** Every table of the domain. */
export const activityEntities = [AuditEntryEntity, AuditLinkEntity, RemovedThingEntity];
