import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A body with a start, an end and a successor: the history of names is kept. */
@Entity('workgroup')
export class WorkgroupEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text', { unique: true }) slug: string;
  @Column('text') name: string;
  @Column('text') purpose: string;
  @Column('text', { name: 'workgroup_values', nullable: true }) values: string | null;
  @Column('uuid', { name: 'convener_agency_id', nullable: true }) convenerAgencyId: string | null;
  @Column('date', { name: 'started_on' }) startedOn: string;
  @Column('date', { name: 'ended_on', nullable: true }) endedOn: string | null;
  @Column('uuid', { name: 'successor_id', nullable: true }) successorId: string | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}
