import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The seal of one entry of the trail: its place in a chain, and the hash of everything up to there. */
@Entity('audit_link')
export class AuditLinkEntity {
  @PrimaryColumn('uuid', { name: 'workgroup_id' }) workgroupId: string;
  @PrimaryColumn('smallint') slot: number;
  @PrimaryColumn('bigint') sequence: string;
  @Column('bigint', { name: 'entry_id' }) entryId: string;
  @Column('bytea') hash: Buffer;
}
