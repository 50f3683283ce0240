import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often a link was asked for, for one address or from one network; neither of them is kept, only a hash. */
@Entity('sign_in_request')
export class SignInRequestEntity {
  @PrimaryColumn('bytea') subject: Buffer;
  @Column('integer') requests: number;
  @Column('timestamptz', { name: 'window_ends_at' }) windowEndsAt: Date;
}
