import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A person as an identity provider knows them: by its issuer and its subject, never by an address. */
@Entity('person_identity')
export class PersonIdentityEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('uuid', { name: 'identity_provider_id' }) identityProviderId: string;
  @Column('text') subject: string;
  /** What the provider called them when they were linked, to tell accounts apart. */
  @Column('text', { nullable: true }) email: string | null;
  @CreateDateColumn({ name: 'linked_at', type: 'timestamptz' }) linkedAt: Date;
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt: Date | null;
  /** When the person unlinked it; for a day they can take that back. */
  @Column('timestamptz', { name: 'removed_at', nullable: true }) removedAt: Date | null;
}
