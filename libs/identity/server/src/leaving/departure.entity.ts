import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** That a person left, and what ended with it, so that for thirty days it can be undone whole. */
@Entity('departure')
export class DepartureEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @CreateDateColumn({ name: 'left_at', type: 'timestamptz' }) leftAt: Date;
  @Column('uuid', { name: 'recorded_by_id', nullable: true }) recordedById: string | null;
  /** What each part of the hub needs to give back, by the part's name. */
  @Column('jsonb') ended: Record<string, unknown>;
  @Column('timestamptz', { name: 'restored_at', nullable: true }) restoredAt: Date | null;
  @Column('uuid', { name: 'restored_by_id', nullable: true }) restoredById: string | null;
}
