import { Injectable } from '@nestjs/common';
import { personColumns, type Person } from '@sos/identity-server';
import {
  AccessQuestions,
  Calendar,
  Database,
  decodeId,
  theHub,
  uuidOf,
  ViewerSource,
  type AccessQuestion,
  type RuleAnswer,
  type Viewer,
} from '@sos/platform-server';
import type { AccessAnswer, AccessExplanation } from './access.types';
import { findHeld, whoGrants, type Held } from './holdings';

/** Asks the rules themselves, for somebody else, and adds which seat or role each ground rests on. */
@Injectable()
export class ExplainAccess {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
    private readonly viewers: ViewerSource,
    private readonly questions: AccessQuestions,
  ) {}

  /** @returns null when there is no such person or thing. */
  async explain(personId: string, thingId: string | null): Promise<AccessExplanation | null> {
    const uuid = uuidOf('Person', personId);
    const [person] = uuid
      ? await this.database.query<Person>(`select ${personColumns('p')} from person p where p.id = $1`, [uuid])
      : [];
    const target = thingId === null ? { typeName: theHub, uuid: '' } : decodeId(thingId);
    const thing = target && (await this.questions.find(target.typeName, target.uuid));
    if (!person || !thing) return null;
    const viewer = await this.viewers.ofPerson(person.id);
    const held = await findHeld(this.database, person.id, this.calendar.today());
    const asked = await this.questions.questionsOf(target.typeName, target.uuid);
    return { person, thingId, ...thing, answers: asked.map((one) => answerOf(one, person, viewer, held)) };
  }
}

function answerOf(asked: AccessQuestion, person: Person, viewer: Viewer | null, held: readonly Held[]): AccessAnswer {
  const answer = asked.answer(viewer ?? withoutRoles(person));
  return {
    act: asked.act,
    whoCan: asked.whoCan,
    isAllowed: viewer !== null && answer.allowed,
    closed: viewer ? answer.closed : `${person.fullName} left the hub and may do nothing in it`,
    needs: answer.needed && !answer.needed.allowed ? 'see it' : null,
    grounds: answer.grounds.map((ground) => groundOf(ground, viewer !== null, held)),
  };
}

function groundOf(ground: RuleAnswer['grounds'][number], isActive: boolean, held: readonly Held[]) {
  const holds = isActive && ground.holds;
  const resting = held.filter((one) => ground.asks.some((asked) => one.meets(asked)));
  return {
    words: ground.words,
    holds,
    holdings: resting.filter(({ state }) => (state === 'running') === holds),
    whoGrants: holds ? null : whoGrants(ground.asks),
  };
}

/** Who has left holds nothing; the grounds are still named. */
const withoutRoles = ({ id, fullName, agencyId }: Person): Viewer => ({
  personId: id,
  fullName,
  agencyId,
  agencyShortName: '',
  isStaff: false,
  isAdministrator: false,
  isWorkgroupChair: false,
  chairedSubGroupIds: [],
  subGroupIds: [],
  dataStewardAgencyIds: [],
  representedAgencyIds: [],
});
