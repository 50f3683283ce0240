import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** The public half of a passkey. The private half never leaves the person's device or password manager. */
@Entity('passkey')
export class PasskeyEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  /** As the browser writes it, base64url. */
  @Column('text', { name: 'credential_id', unique: true }) credentialId: string;
  @Column('bytea', { name: 'public_key' }) publicKey: Buffer;
  /** Grows with each use where the device counts; 0 for ever where it does not. */
  @Column('bigint') counter: number;
  @Column('text', { array: true, default: [] }) transports: string[];
  @Column('text') name: string;
  /** Kept by a password manager that carries it from device to device. */
  @Column('boolean', { name: 'is_synced' }) isSynced: boolean;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt: Date | null;
  /** From then on it opens nothing; the person can take it back for a while. */
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
}
