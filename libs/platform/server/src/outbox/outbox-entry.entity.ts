import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IdempotencyKeyEntity } from '../once/idempotency-key.entity';

/** Something that must leave the database, written in the transaction of the change that causes it. */
@Entity('outbox_entry')
export class OutboxEntryEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id: string;
  @Column('text') topic: string;
  @Column('jsonb') payload: object;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  /** Not to be tried before; while it is being delivered, when another worker may take it over. */
  @Column('timestamptz', { name: 'available_at', default: () => 'now()' }) availableAt: Date;
  @Column('integer', { default: 0 }) attempts: number;
  @Column('text', { name: 'last_error', nullable: true }) lastError: string | null;
  @Column('timestamptz', { name: 'delivered_at', nullable: true }) deliveredAt: Date | null;
}

/** Every table of the platform. */
export const platformEntities = [OutboxEntryEntity, IdempotencyKeyEntity];
