import type { Queryable } from '@sos/platform-server';
import type { OwnProfile } from './profile.types';

export async function findProfile(database: Queryable, personId: string): Promise<OwnProfile> {
  const [profile] = await database.query<OwnProfile>(
    `select p.language, p.notification_email as "notificationEmail", c.email as "unconfirmedEmail"
     from person p left join address_confirmation c on c.person_id = p.id and c.expires_at > now() where p.id = $1`,
    [personId],
  );
  return profile!;
}
