import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** What a person wanted done once, and what is needed to give the same answer again. */
@Entity('idempotency_key')
export class IdempotencyKeyEntity {
  @PrimaryColumn('uuid', { name: 'person_id' }) personId: string;
  @PrimaryColumn('text') key: string;
  /** SHA-256 of the mutation's name and its input. */
  @Column('bytea', { name: 'request_hash' }) requestHash: Buffer;
  /** Ids of what was made, never its content: that is read anew, by whoever may read it then. */
  @Column('jsonb', { nullable: true }) answer: object | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}
