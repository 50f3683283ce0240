import { Injectable } from '@nestjs/common';
import { ActivityRecorder } from '@sos/activity-server';
import {
  addPerson,
  setupTokenWorks,
  SignInService,
  useSetupToken,
  type StartedSession,
  type WayIn,
} from '@sos/identity-server';
import {
  Calendar,
  checkInput,
  Database,
  invalidInput,
  type InvalidInputRefusal,
  type Queryable,
  type Transaction,
} from '@sos/platform-server';
import { keyOf, setUpShape } from './set-up.rules';
import { StructureChoice, type SetUpHubInput, type SetUpOffer } from './set-up.types';
import { StarterStructure } from './starter-structure';

type Outcome = { session: StartedSession; fullName: string; refusal?: undefined } | { refusal: InvalidInputRefusal };

/** The first start of a real hub: whoever holds the address that it printed becomes its first administrator. */
@Injectable()
export class SetUpHub {
  constructor(
    private readonly database: Database,
    private readonly calendar: Calendar,
    private readonly starter: StarterStructure,
    private readonly signIn: SignInService,
    private readonly activity: ActivityRecorder,
  ) {}

  /** @returns null for a token that opens nothing. */
  async offer(token: string): Promise<SetUpOffer | null> {
    return (await setupTokenWorks(this.database, token)) ? this.offerOf(this.database) : null;
  }

  async setUp({ token, ...input }: SetUpHubInput, way: WayIn): Promise<Outcome> {
    return this.database.transaction(async (transaction): Promise<Outcome> => {
      if (!(await setupTokenWorks(transaction, token))) return { refusal: dead };
      const { value, refusal } = checkInput(setUpShape(await this.offerOf(transaction)), input);
      if (refusal) return { refusal };
      if (!(await useSetupToken(transaction, token))) return { refusal: dead };
      const agencyKey =
        value.structure === StructureChoice.OWN
          ? await this.insertOwn(transaction, value)
          : await this.chosenAgency(transaction, value);
      const { email, fullName } = value;
      const added = await addPerson(transaction, { email, fullName, agencyKey, isAdministrator: true });
      // Thrown, not returned: the structure that was inserted must go again.
      if (added.refusal) throw new Error(added.refusal.message);
      const person = { personId: added.personId, fullName };
      await this.activity.record(transaction, person, {
        action: 'set up the hub',
        subjectType: 'Person',
        subjectId: person.personId,
        subjectLabel: fullName,
        visibleInFeed: false,
      });
      return { session: await this.signIn.begin(transaction, person, way), fullName };
    });
  }

  private async offerOf(database: Queryable): Promise<SetUpOffer> {
    const workgroups = await database.query('select 1 from workgroup limit 1');
    const isEmpty = workgroups.length === 0;
    const agencies = isEmpty
      ? this.starter.agencies
      : await database.query<{ key: string; name: string }>('select key, name from agency order by name');
    return { isEmpty, starterName: this.starter.name, agencies: [...agencies] };
  }

  private async chosenAgency(
    transaction: Transaction,
    { structure, agencyKey }: { structure: StructureChoice.STARTER | null; agencyKey: string },
  ): Promise<string> {
    if (structure === StructureChoice.STARTER) await this.starter.insert(transaction);
    return agencyKey;
  }

  private async insertOwn(
    transaction: Transaction,
    own: { workgroupName: string; agencyName: string; agencyAbbreviation: string },
  ): Promise<string> {
    const agencyKey = keyOf(own.agencyAbbreviation);
    await transaction.query(
      `with convener as (
         insert into agency (key, name, short_name, abbreviation, kind) values ($1, $2, $2, $3, 'state') returning id)
       insert into workgroup (slug, name, purpose, convener_agency_id, started_on)
       select $4, $5, '', id, $6 from convener`,
      [
        agencyKey,
        own.agencyName,
        own.agencyAbbreviation,
        keyOf(own.workgroupName) || 'workgroup',
        own.workgroupName,
        this.calendar.today(),
      ],
    );
    await this.starter.insertFrame(transaction);
    return agencyKey;
  }
}

const dead = invalidInput([
  {
    path: 'token',
    message:
      'This set-up address was used, has expired, or the hub has an administrator already. While there is none, each start of the hub prints a new address; so does: npm run hub -- setup-address',
  },
]);
