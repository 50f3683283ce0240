import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** An agency's person who is asked to take part, with the seat and the roles that wait for them. */
@Entity('invitation')
export class InvitationEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text') email: string;
  @Column('text', { name: 'full_name', default: '' }) fullName: string;
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  /** The body of the seat; none: no seat. */
  @Column('uuid', { name: 'workgroup_id', nullable: true }) workgroupId: string | null;
  /** None, with a workgroup: a seat in the workgroup itself. */
  @Column('uuid', { name: 'sub_group_id', nullable: true }) subGroupId: string | null;
  /** The vacant seat that is to be filled; none: one is added. */
  @Column('uuid', { name: 'seat_id', nullable: true }) seatId: string | null;
  @Column('text', { name: 'seat_role', nullable: true }) seatRole: 'chair' | 'co_chair' | 'member' | null;
  @Column('text', { array: true, default: () => `'{}'` }) roles: string[];
  @Column('date', { name: 'starts_on' }) startsOn: string;
  @Column('date', { name: 'ends_on', nullable: true }) endsOn: string | null;
  @Column('text', { default: '' }) note: string;
  @Column('uuid', { name: 'invited_by_id' }) invitedById: string;
  @CreateDateColumn({ name: 'invited_at', type: 'timestamptz' }) invitedAt: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'mailed_at', nullable: true }) mailedAt: Date | null;
  @Column('integer', { name: 'mail_count', default: 0 }) mailCount: number;
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt: Date | null;
  @Column('uuid', { name: 'accepted_by_id', nullable: true }) acceptedById: string | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
  @Column('uuid', { name: 'revoked_by_id', nullable: true }) revokedById: string | null;
}

/** A link that was mailed. Only the SHA-256 of its token is kept. */
@Entity('invitation_token')
export class InvitationTokenEntity {
  @PrimaryColumn('bytea', { name: 'token_hash' }) tokenHash: Buffer;
  @Column('uuid', { name: 'invitation_id' }) invitationId: string;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}
