import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A S.M.A.R.T. step towards a goal. Its key is the goal's number and its position: `3.2`. */
@Entity('objective')
export class ObjectiveEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'goal_id' }) goalId: string;
  @Column('integer') position: number;
  @Column('text') statement: string;
  @Column('text', { default: '' }) specific: string;
  @Column('text', { default: '' }) measurable: string;
  @Column('text', { default: '' }) achievable: string;
  @Column('text', { default: '' }) relevant: string;
  @Column('text', { name: 'time_bound', default: '' }) timeBound: string;
  @Column('uuid', { name: 'lead_agency_id', nullable: true }) leadAgencyId: string | null;
  @Column('date', { name: 'starts_on', nullable: true }) startsOn: string | null;
  @Column('date', { name: 'due_on', nullable: true }) dueOn: string | null;
  @Column('integer', { default: 1 }) version: number;
}

/** That a focus item carries an objective. */
@Entity('objective_focus_item')
export class ObjectiveFocusItemEntity {
  @PrimaryColumn('uuid', { name: 'objective_id' }) objectiveId: string;
  @PrimaryColumn('uuid', { name: 'focus_item_id' }) focusItemId: string;
}
