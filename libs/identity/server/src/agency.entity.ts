import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { AgencyKind } from './agency.types';

@Entity('agency')
export class AgencyEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('text', { unique: true }) key: string;
  @Column('text') name: string;
  @Column('text', { name: 'short_name' }) shortName: string;
  @Column('text') abbreviation: string;
  @Column('text') kind: AgencyKind;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: string | null;
  @Column('text', { name: 'role_description', default: '' }) roleDescription: string;
  @Column('text', { nullable: true }) website: string | null;
  @Column('text', { name: 'source_reference', nullable: true }) sourceReference: string | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}
