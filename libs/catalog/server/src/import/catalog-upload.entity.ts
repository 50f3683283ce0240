import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A file that waits to be imported by whoever sent it; gone with its import, or after an hour. */
@Entity('catalog_upload')
export class CatalogUploadEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text', { name: 'file_name' }) fileName: string;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
  /** When its last piece was there; null while it is being sent. */
  @Column('timestamptz', { name: 'received_at', nullable: true }) receivedAt: Date | null;
  /** When an import began with it: it serves no other. */
  @Column('timestamptz', { name: 'taken_at', nullable: true }) takenAt: Date | null;
}

/** A part of such a file. */
@Entity('catalog_upload_piece')
export class CatalogUploadPieceEntity {
  @PrimaryColumn('uuid', { name: 'upload_id' }) uploadId: string;
  /** From 0. */
  @PrimaryColumn('integer') position: number;
  @Column('bytea') content: Buffer;
}
