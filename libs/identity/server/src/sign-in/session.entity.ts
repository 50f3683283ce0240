import { Column, CreateDateColumn, Entity, Generated, PrimaryColumn } from 'typeorm';

/** A signed-in browser. Only the SHA-256 of its token is kept, and the token is renewed with each proof of who it is. */
@Entity('session')
export class SessionEntity {
  @PrimaryColumn('bytea', { name: 'token_hash' }) tokenHash: Buffer;
  /** Names it in the person's own list; opens nothing. */
  @Column('uuid', { unique: true }) @Generated('uuid') id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  /** The end, however busy the session is. */
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  /** Exact to a minute. */
  @Column('timestamptz', { name: 'last_seen_at', default: () => 'now()' }) lastSeenAt: Date;
  /** When the person last proved who they are. */
  @Column('timestamptz', { name: 'authenticated_at', default: () => 'now()' }) authenticatedAt: Date;
  @Column('text', { default: 'one-time address' }) method: string;
  @Column('text', { name: 'user_agent', default: '' }) userAgent: string;
}
