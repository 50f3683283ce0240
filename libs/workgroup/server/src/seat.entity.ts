import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** An agency's place in the workgroup or a sub-group, for a term; without a person it is vacant. */
@Entity('seat')
export class SeatEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'workgroup_id' }) workgroupId: string;
  /** None: a seat in the workgroup itself. */
  @Column('uuid', { name: 'sub_group_id', nullable: true }) subGroupId: string | null;
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @Column('uuid', { name: 'person_id', nullable: true }) personId: string | null;
  @Column('uuid', { name: 'alternate_id', nullable: true }) alternateId: string | null;
  @Column('text') role: 'chair' | 'co_chair' | 'member';
  @Column('date', { name: 'starts_on' }) startsOn: string;
  /** Last day of the term; none: it goes on. */
  @Column('date', { name: 'ends_on', nullable: true }) endsOn: string | null;
  /** Who last gave it to its person, or took it; none: before the hub kept it, or the command line. */
  @Column('uuid', { name: 'filled_by_id', nullable: true }) filledById: string | null;
  @Column('timestamptz', { name: 'filled_at', nullable: true, default: () => 'now()' }) filledAt: Date | null;
  /** The same place under its holder before; see `seat-holders.ts`. */
  @Column('uuid', { name: 'follows_id', nullable: true }) followsId: string | null;
  @Column('integer', { default: 1 }) version: number;
}
