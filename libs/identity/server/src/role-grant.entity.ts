import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A role that a person holds across the hub (or, a data steward, for one agency) for a term. */
@Entity('role_grant')
export class RoleGrantEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') role: 'staff' | 'administrator' | 'data_steward';
  @Column('uuid', { name: 'agency_id', nullable: true }) agencyId: string | null;
  @Column('date', { name: 'starts_on' }) startsOn: string;
  /** Last day of the term; none: it goes on. */
  @Column('date', { name: 'ends_on', nullable: true }) endsOn: string | null;
}
