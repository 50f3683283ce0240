import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { VerificationClaim } from './identity-provider.types';

/** Where an agency's people sign in to everything else (OpenID Connect). */
@Entity('identity_provider')
export class IdentityProviderEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  /** Part of its redirect address, so that an answer meant for one provider is never taken for another's. */
  @Column('text', { unique: true }) key: string;
  @Column('text', { name: 'display_name' }) displayName: string;
  /** Never changes: who is linked is linked by issuer and subject. */
  @Column('text', { unique: true }) issuer: string;
  @Column('text', { name: 'client_id' }) clientId: string;
  /** Sealed by the `SecretBox`; none: a public client, which PKCE alone protects. */
  @Column('bytea', { name: 'client_secret', nullable: true }) clientSecret: Buffer | null;
  /** It may vouch for addresses of these domains, and no others. */
  @Column('text', { name: 'mail_domains', array: true }) mailDomains: string[];
  @Column('text', { name: 'verification_claim', default: 'email_verified' }) verificationClaim: VerificationClaim;
  @Column('boolean', { default: false }) enabled: boolean;
  @Column('integer', { default: 1 }) version: number;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' }) updatedAt: Date;
}

/** An agency whose people a provider may let in. */
@Entity('identity_provider_agency')
export class IdentityProviderAgencyEntity {
  @PrimaryColumn('uuid', { name: 'identity_provider_id' }) identityProviderId: string;
  @PrimaryColumn('uuid', { name: 'agency_id' }) agencyId: string;
}
