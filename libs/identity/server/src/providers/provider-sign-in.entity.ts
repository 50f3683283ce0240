import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A sign-in that is on its way through an identity provider: good once, for the browser that began it. */
@Entity('provider_sign_in')
export class ProviderSignInEntity {
  @PrimaryColumn('bytea', { name: 'state_hash' }) stateHash: Buffer;
  @Column('bytea', { name: 'browser_hash' }) browserHash: Buffer;
  @Column('uuid', { name: 'identity_provider_id' }) identityProviderId: string;
  /** Who is signed in already and adds this way in; none: somebody signs in. */
  @Column('uuid', { name: 'linking_person_id', nullable: true }) linkingPersonId: string | null;
  @Column('text', { name: 'code_verifier' }) codeVerifier: string;
  @Column('text') nonce: string;
  @Column('text', { name: 'return_path' }) returnPath: string;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
