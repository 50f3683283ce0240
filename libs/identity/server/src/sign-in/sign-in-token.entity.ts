import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A one-time sign-in address. Only the SHA-256 of its token is kept. */
@Entity('sign_in_token')
export class SignInTokenEntity {
  @PrimaryColumn('bytea', { name: 'token_hash' }) tokenHash: Buffer;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt: Date | null;
}
