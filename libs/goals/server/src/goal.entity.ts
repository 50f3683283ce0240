import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What a workgroup wants to reach. Its number is unique in the workgroup. */
@Entity('goal')
export class GoalEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'workgroup_id' }) workgroupId: string;
  @Column('integer') number: number;
  @Column('text') statement: string;
  @Column('text', { default: '' }) description: string;
  @Column('date', { name: 'started_on' }) startedOn: string;
  @Column('date', { name: 'ended_on', nullable: true }) endedOn: string | null;
  @Column('integer', { default: 1 }) version: number;
}
