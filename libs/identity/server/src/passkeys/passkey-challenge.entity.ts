import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

export type ChallengePurpose = 'enrol' | 'sign in' | 'second step' | 'confirm';

/** What a passkey was asked to sign: good once, for a few minutes, in the browser that asked and for what it asked. */
@Entity('passkey_challenge')
export class PasskeyChallengeEntity {
  @PrimaryColumn('bytea', { name: 'challenge_hash' }) challengeHash: Buffer;
  @Column('bytea', { name: 'browser_hash' }) browserHash: Buffer;
  @Column('text') purpose: ChallengePurpose;
  /** Whose passkey must answer; none: anybody's who has one. */
  @Column('uuid', { name: 'person_id', nullable: true }) personId: string | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
