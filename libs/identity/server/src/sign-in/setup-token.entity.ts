import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** The one-time address that a hub without an administrator prints. Only the SHA-256 of its token is kept. */
@Entity('setup_token')
export class SetupTokenEntity {
  @PrimaryColumn('bytea', { name: 'token_hash' }) tokenHash: Buffer;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
