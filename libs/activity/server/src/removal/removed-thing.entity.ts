import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** What belongs to a thing, as rows of its tables, in the order in which they can be put back. */
export type RemovedContent = { table: string; rows: Record<string, unknown>[] }[];

/**
 * A thing that was removed. Its rows left their tables for this one, so that no list, count or search needs to know of
 * removing; they go back when it is restored. After 30 days only this line of it is left.
 */
@Entity('removed_thing')
export class RemovedThingEntity {
  /** The thing's own. */
  @PrimaryColumn('uuid') id: string;
  /** GraphQL type of the thing. */
  @Column('text', { name: 'type_name' }) typeName: string;
  @Column('text') label: string;
  @Column('text', { nullable: true }) path: string | null;
  /** Null once it can't be restored any more. */
  @Column('jsonb', { nullable: true }) content: RemovedContent | null;
  /** Whose the restoring is, as `keysOfAnswer` writes it. */
  @Column('text', { name: 'restorable_by', array: true }) restorableBy: string[];
  /** What its entries in the trail say beside its name. */
  @Column('jsonb', { default: {} }) trail: object;
  /** What stays taken: its number, its address. */
  @Column('jsonb', { default: {} }) marks: object;
  @Column('uuid', { name: 'removed_by_id' }) removedById: string;
  @Column('text', { name: 'removed_by_label' }) removedByLabel: string;
  @CreateDateColumn({ name: 'removed_at', type: 'timestamptz', precision: 3 }) removedAt: Date;
  @Column('uuid', { name: 'restricted_to_sub_group_id', nullable: true }) restrictedToSubGroupId: string | null;
}
