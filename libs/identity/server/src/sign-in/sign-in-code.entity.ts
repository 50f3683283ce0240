import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A short code in a mail, with which a session proves again who it is. Bound to the session, and for a few tries. */
@Entity('sign_in_code')
export class SignInCodeEntity {
  @PrimaryColumn('uuid', { name: 'session_id' }) sessionId: string;
  @Column('bytea', { name: 'code_hash' }) codeHash: Buffer;
  @Column('integer', { name: 'wrong_answers', default: 0 }) wrongAnswers: number;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
