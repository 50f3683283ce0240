import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('person')
export class PersonEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text', { name: 'full_name' }) fullName: string;
  /** Always lower case. */
  @Column('text', { unique: true }) email: string;
  @Column('text', { name: 'job_title', default: '' }) jobTitle: string;
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @Column('text', { name: 'demonstration_role', nullable: true }) demonstrationRole: string | null;
  @Column('boolean', { name: 'is_demonstration', default: false }) isDemonstration: boolean;
  @Column('timestamptz', { name: 'deactivated_at', nullable: true }) deactivatedAt: Date | null;
  /** Where notifications go instead of `email`; its owner has confirmed it. */
  @Column('text', { name: 'notification_email', nullable: true }) notificationEmail: string | null;
  @Column('text', { default: 'en' }) language: 'en' | 'es';
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}
