import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A part of a workgroup: a sub-group today, a task force in the body before. */
@Entity('sub_group')
export class SubGroupEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'workgroup_id' }) workgroupId: string;
  @Column('text') kind: 'sub_group' | 'task_force';
  @Column('text', { unique: true }) slug: string;
  @Column('text') name: string;
  /** First part of the reference of its action items. */
  @Column('text') prefix: string;
  @Column('text') purpose: string;
  @Column('integer') position: number;
  @Column('date', { name: 'started_on' }) startedOn: string;
  @Column('date', { name: 'ended_on', nullable: true }) endedOn: string | null;
  @Column('uuid', { name: 'successor_id', nullable: true }) successorId: string | null;
}
