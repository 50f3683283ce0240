import { Injectable } from '@nestjs/common';
import { ActivityRecorder } from '@sos/activity-server';
import {
  Calendar,
  Database,
  encodeId,
  invalidInput,
  notAllowed,
  notFound,
  Once,
  requireViewer,
  uuidOf,
  ViewerSource,
  type HubContext,
  type Transaction,
} from '@sos/platform-server';
import { requireRecentSignIn } from '../sign-in/recent-sign-in';
import { grantingRule, isForAgency } from './role.policy';
import { endedBefore, findGrants, insertGrant, lockAdministrators, lockGrant, overlaps } from './role-grants';
import { administratorsRemain, lastAdministratorWords, roleWords, termProblem } from './role.rules';
import type { ChangeRoleTermInput, EndRoleInput, GrantRoleInput, RoleGrant, RoleResult } from './role.types';

interface Holder {
  id: string;
  fullName: string;
  agencyId: string;
}

/** Gives a role, ends one, moves its last day: acts of consequence, each in the trail. */
@Injectable()
export class ChangeRoles {
  constructor(
    private readonly database: Database,
    private readonly once: Once,
    private readonly calendar: Calendar,
    private readonly activity: ActivityRecorder,
    private readonly viewers: ViewerSource,
  ) {}

  async grant(input: GrantRoleInput, context: HubContext): Promise<RoleResult> {
    const viewer = requireViewer(context);
    if (!grantingRule.allows(viewer, input)) return refuse();
    const today = this.calendar.today();
    const personId = uuidOf('Person', input.personId);
    const agencyId = isForAgency(input.role) ? uuidOf('Agency', input.agencyId) : null;
    const term = { startsOn: input.startsOn ?? today, endsOn: input.endsOn ?? null };
    const problem = termProblem(term, today);
    if (problem) return invalidInput([{ path: 'endsOn', message: problem }]);
    const give = async (transaction: Transaction): Promise<RoleResult> => {
      const again = await requireRecentSignIn(transaction, context);
      if (again) return again;
      const person = personId && (await lockPerson(transaction, personId));
      if (!person) return notFound('person');
      if (isForAgency(input.role) && !(agencyId && (await agencyExists(transaction, agencyId)))) {
        return invalidInput([{ path: 'agencyId', message: 'Choose the agency that the role is for.' }]);
      }
      const grant = { ...term, personId: person.id, role: input.role, agencyId, grantedBy: viewer };
      if (await overlaps(transaction, grant)) {
        const message = `${person.fullName} has this role already. Change its last day instead.`;
        return invalidInput([{ path: 'role', message }]);
      }
      const id = await insertGrant(transaction, grant);
      return this.done(transaction, context, id, `made ${roleWords[input.role]}`, null);
    };
    return this.once.do<RoleResult, { id: string }>({ mutation: 'grantRole', input, context }, give, {
      keep: (result) => (result.__typename === 'RoleSuccess' ? { id: result.roleGrant.id } : null),
      again: async (transaction, { id }) => {
        const [roleGrant] = await findGrants(transaction, 'r.id', [id], today);
        return { __typename: 'RoleSuccess', roleGrant: roleGrant! };
      },
    });
  }

  async end(input: EndRoleInput, context: HubContext): Promise<RoleResult> {
    const endsOn = endedBefore(this.calendar.today());
    return this.change(input, context, (before) => ({
      ...before,
      endsOn,
      action: `ended the role of ${roleWords[before.role]} of`,
    }));
  }

  async changeTerm(input: ChangeRoleTermInput, context: HubContext): Promise<RoleResult> {
    const problem = (before: RoleGrant) =>
      termProblem({ startsOn: before.startsOn, endsOn: input.endsOn }, this.calendar.today());
    return this.change(input, context, (before) => ({
      ...before,
      endsOn: input.endsOn,
      problem: problem(before),
      action: `changed the term as ${roleWords[before.role]} of`,
    }));
  }

  private async change(
    input: EndRoleInput,
    context: HubContext,
    changed: (before: RoleGrant) => { endsOn: string | null; problem?: string | null; action: string },
  ): Promise<RoleResult> {
    const viewer = requireViewer(context);
    const id = uuidOf('RoleGrant', input.roleGrantId);
    if (!id) return notFound('role');
    const today = this.calendar.today();
    return this.database.transaction(async (transaction) => {
      const again = await requireRecentSignIn(transaction, context);
      if (again) return again;
      const administrators = await lockAdministrators(transaction, today);
      const before = await lockGrant(transaction, id, today);
      if (!before) return notFound('role');
      if (!grantingRule.allows(viewer, before)) return refuse();
      if (before.version !== input.expectedVersion) return stale(before);
      const { endsOn, problem, action } = changed(before);
      if (problem) return invalidInput([{ path: 'endsOn', message: problem }]);
      const after = administrators.map((term) => (term.id === id ? { ...term, endsOn } : term));
      // Only what makes it worse is refused: a hub that has a gap already can still be mended.
      if (administratorsRemain(administrators, today) && !administratorsRemain(after, today)) {
        return { __typename: 'LastAdministratorRefusal', message: lastAdministratorWords };
      }
      await transaction.query('update role_grant set ends_on = $2::date, version = version + 1 where id = $1', [
        id,
        endsOn,
      ]);
      return this.done(transaction, context, id, action, before);
    });
  }

  private async done(
    transaction: Transaction,
    context: HubContext,
    id: string,
    action: string,
    before: RoleGrant | null,
  ): Promise<RoleResult> {
    const [roleGrant] = await findGrants(transaction, 'r.id', [id], this.calendar.today());
    const [person] = await transaction.query<Holder>(
      'select id, full_name as "fullName", agency_id as "agencyId" from person where id = $1',
      [roleGrant!.personId],
    );
    await this.activity.record(transaction, requireViewer(context), {
      action,
      subjectType: 'Person',
      subjectId: person!.id,
      subjectLabel: person!.fullName,
      subjectPath: `/directory/people/${encodeId('Person', person!.id)}`,
      agencyIds: roleGrant!.agency ? [roleGrant!.agency.id] : [],
      before: before && termOf(before),
      after: termOf(roleGrant!),
      requestId: context.requestId,
      visibleInFeed: false,
    });
    context.loaders.forget();
    this.viewers.forgetPerson(person!.id);
    return { __typename: 'RoleSuccess', roleGrant: roleGrant! };
  }
}

const termOf = ({ role, agency, startsOn, endsOn }: RoleGrant) => ({
  role,
  agency: agency?.key ?? null,
  startsOn,
  endsOn,
});

const refuse = (): RoleResult => notAllowed('You cannot give or end this role.', grantingRule.whoCan);

const stale = (current: RoleGrant): RoleResult => ({
  __typename: 'StaleRoleRefusal',
  message: 'Somebody changed this role in the meantime. Look at it again, then decide.',
  current,
});

/** Only of active people: who has left comes back before a role is given. */
async function lockPerson(transaction: Transaction, id: string): Promise<Holder | undefined> {
  const [person] = await transaction.query<Holder>(
    `select id, full_name as "fullName", agency_id as "agencyId" from person
     where id = $1 and deactivated_at is null for update`,
    [id],
  );
  return person;
}

const agencyExists = async (transaction: Transaction, id: string): Promise<boolean> =>
  (await transaction.query('select from agency where id = $1', [id])).length > 0;
