import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Health } from './health.types';

/** What a chair said about a goal or about an objective. Never changed, only followed by the next one. */
@Entity('health_declaration')
export class HealthDeclarationEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  /** Either this or the objective. */
  @Column('uuid', { name: 'goal_id', nullable: true }) goalId: string | null;
  @Column('uuid', { name: 'objective_id', nullable: true }) objectiveId: string | null;
  @Column('text') health: Health;
  @Column('text') reason: string;
  @Column('uuid', { name: 'declared_by_id' }) declaredById: string;
  @CreateDateColumn({ name: 'declared_at', type: 'timestamptz' }) declaredAt: Date;
}
