import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A notification address that its owner has yet to confirm, by the link that was sent there. */
@Entity('address_confirmation')
export class AddressConfirmationEntity {
  @PrimaryColumn('uuid', { name: 'person_id' }) personId: string;
  @Column('bytea', { name: 'token_hash', unique: true }) tokenHash: Buffer;
  @Column('text') email: string;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
}
