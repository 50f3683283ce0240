import { ActivityRecorder } from '@sos/activity-server';
import { checkInput, plainText, type InvalidInputRefusal, invalidInput, type Transaction } from '@sos/platform-server';
import { z } from 'zod';

export interface NewPerson {
  email: string;
  fullName: string;
  /** Key of the agency, such as `cdph`. */
  agencyKey: string;
  jobTitle?: string;
  isStaff?: boolean;
  isAdministrator?: boolean;
}

const shape = z.object({
  email: z.email('The e-mail address is not one.').max(254).toLowerCase(),
  fullName: plainText('The name', { minimum: 1, maximum: 200 }),
  agencyKey: z.string().trim().toLowerCase(),
  jobTitle: plainText('The job title', { maximum: 200 }).default(''),
  isStaff: z.boolean().default(false),
  isAdministrator: z.boolean().default(false),
});

/** Adds a person to a real hub, with the roles they hold across it from today on. */
export async function addPerson(
  transaction: Transaction,
  input: NewPerson,
): Promise<{ personId: string; refusal?: undefined } | { personId?: undefined; refusal: InvalidInputRefusal }> {
  const { value, refusal } = checkInput(shape, input);
  if (refusal) return { refusal };
  const [agency] = await transaction.query<{ id: string }>('select id from agency where key = $1', [value.agencyKey]);
  if (!agency) {
    return { refusal: invalidInput([{ path: 'agencyKey', message: `No agency has the key ${value.agencyKey}.` }]) };
  }
  const [person] = await transaction.query<{ id: string }>(
    `insert into person (email, full_name, job_title, agency_id) values ($1, $2, $3, $4)
     on conflict (email) do nothing returning id`,
    [value.email, value.fullName, value.jobTitle, agency.id],
  );
  if (!person) {
    return { refusal: invalidInput([{ path: 'email', message: `Somebody has the address ${value.email} already.` }]) };
  }
  // The database's clock may be on the next day already; the roles begin now.
  const roles = [...(value.isStaff ? ['staff'] : []), ...(value.isAdministrator ? ['administrator'] : [])];
  await transaction.query(
    'insert into role_grant (person_id, role, starts_on) select $1, role, current_date - 1 from unnest($2::text[]) role',
    [person.id, roles],
  );
  await new ActivityRecorder().record(transaction, null, {
    action: 'added',
    subjectType: 'Person',
    subjectId: person.id,
    subjectLabel: value.fullName,
    agencyIds: [agency.id],
    after: { email: value.email, agency: value.agencyKey, roles },
    visibleInFeed: false,
  });
  return { personId: person.id };
}
