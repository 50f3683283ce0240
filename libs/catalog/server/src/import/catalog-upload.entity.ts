import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A file that waits to be imported by whoever sent it; gone with its import, or after an hour. */
@Entity('catalog_upload')
export class CatalogUploadEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text', { name: 'file_name' }) fileName: string;
  @Column('bytea') content: Buffer;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}
