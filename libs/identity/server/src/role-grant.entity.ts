import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A role that a person holds across the hub (or for one agency: data steward, representative) for a term. */
@Entity('role_grant')
export class RoleGrantEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') role: 'staff' | 'administrator' | 'data_steward' | 'representative';
  @Column('uuid', { name: 'agency_id', nullable: true }) agencyId: string | null;
  @Column('date', { name: 'starts_on' }) startsOn: string;
  /** Last day of the term; none: it goes on. A day before the first one: it was taken back before it began. */
  @Column('date', { name: 'ends_on', nullable: true }) endsOn: string | null;
  /** None: given before the hub kept it, or by the command line. */
  @Column('uuid', { name: 'granted_by_id', nullable: true }) grantedById: string | null;
  @Column('timestamptz', { name: 'granted_at', nullable: true, default: () => 'now()' }) grantedAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
}
