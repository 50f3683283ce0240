import type { Transaction } from '@sos/platform-server';
import { people, seats, type PersonContent } from './content';
import { idOf, insertRows } from './insert-rows';
import { workgroupId } from './load-california-structure';
import type { StoryClock } from './story-clock';

const dayOfFirstRoles = -600;

/** The invented people with their roles and seats. */
export async function insertPeople(transaction: Transaction, clock: StoryClock): Promise<void> {
  await insertRows(
    transaction,
    'person',
    people.map((person, index) => personRow(person, index, clock)),
  );
  await insertRows(
    transaction,
    'role_grant',
    people.flatMap((person) => roleRows(person, clock)),
  );
  await insertRows(
    transaction,
    'seat',
    seats.map((seat, index) => ({
      id: idOf('seat', index),
      workgroup_id: workgroupId,
      sub_group_id: seat.body === 'workgroup' ? null : idOf('sub-group', seat.body),
      agency_id: idOf('agency', seat.agency),
      person_id: seat.person ? idOf('person', seat.person) : null,
      alternate_id: seat.alternate ? idOf('person', seat.alternate) : null,
      role: seat.role,
      starts_on: clock.date(seat.startsOn),
      ends_on: seat.endsOn === undefined ? null : clock.date(seat.endsOn),
    })),
  );
}

function personRow(person: PersonContent, index: number, clock: StoryClock) {
  return {
    id: idOf('person', person.key),
    full_name: person.fullName,
    email: `${person.key}@example.org`,
    job_title: person.jobTitle,
    agency_id: idOf('agency', person.agency),
    demonstration_role: person.demonstrationRole ?? null,
    is_demonstration: true,
    // Keeps the order of the content: the suggested persons are offered in it.
    created_at: new Date(clock.time(dayOfFirstRoles, 'people').getTime() + index * 1_000).toISOString(),
  };
}

function roleRows(person: PersonContent, clock: StoryClock) {
  const roles: { role: string; agency: string | null }[] = [
    ...(person.staff ? [{ role: 'staff', agency: null }] : []),
    ...(person.administrator ? [{ role: 'administrator', agency: null }] : []),
    ...(person.dataStewardOf ?? []).map((agency) => ({ role: 'data_steward', agency })),
  ];
  return roles.map(({ role, agency }) => ({
    id: idOf('role', `${person.key} ${role} ${agency ?? ''}`),
    person_id: idOf('person', person.key),
    role,
    agency_id: agency && idOf('agency', agency),
    starts_on: clock.date(dayOfFirstRoles),
  }));
}
