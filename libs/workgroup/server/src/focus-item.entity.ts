import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** An opportunity of focus: one thing, however many sub-groups carry it. */
@Entity('focus_item')
export class FocusItemEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'workgroup_id' }) workgroupId: string;
  @Column('text', { unique: true }) slug: string;
  @Column('text') statement: string;
  @Column('text', { name: 'short_name' }) shortName: string;
  @Column('integer') position: number;
}

/** That a sub-group carries a focus item. */
@Entity('focus_listing')
export class FocusListingEntity {
  @PrimaryColumn('uuid', { name: 'focus_item_id' }) focusItemId: string;
  @PrimaryColumn('uuid', { name: 'sub_group_id' }) subGroupId: string;
  @Column('integer') position: number;
}
