import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { SavedViewPage } from './saved-view.types';

/** Filters of a page under a name of the person's own. */
@Entity('saved_view')
export class SavedViewEntity {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('text') page: SavedViewPage;
  @Column('text') name: string;
  @Column('text', { name: 'query_string' }) queryString: string;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}
