import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  Calendar,
  encodeId,
  lookAs,
  Policy,
  SETTINGS,
  ViewerSource,
  type HubContext,
  type Settings,
  type Viewer,
} from '@sos/platform-server';
import { DemonstrationPersons } from './demonstration-persons';
import { Hub } from './hub.types';
import { hubVersion } from './hub-version';
import { PersonLoader } from './person.loader';
import type { StartedSession } from './sign-in/session.repository';
import { SignInDoor } from './sign-in/sign-in-door';
import { SignInService } from './sign-in/sign-in.service';
import { affiliationOf, mayAddDataSources, mayCreateActionItems, mayImportCatalogs } from './viewer.rules';
import { DemonstrationPerson, SignInResult, SignOutResult, ViewerProfile } from './viewer.types';

@Resolver()
export class ViewerResolver {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly calendar: Calendar,
    private readonly viewers: ViewerSource,
    private readonly personLoader: PersonLoader,
    private readonly demonstration: DemonstrationPersons,
    private readonly signIn: SignInService,
    private readonly door: SignInDoor,
  ) {}

  @Query(() => Hub, { description: 'This hub, as anybody may know it.' })
  @Policy('public')
  hub(): Hub {
    return {
      name: 'SOS Hub',
      isDemonstration: this.settings.demonstration,
      version: hubVersion,
      today: this.calendar.today(),
      contentNotice: this.settings.demonstration ? 'Sample content. People and figures are invented.' : null,
    };
  }

  @Query(() => ViewerProfile, { nullable: true, description: 'Who is signed in; null for nobody.' })
  @Policy('public')
  viewer(@Context() context: HubContext): Promise<ViewerProfile> | null {
    return context.viewer && this.profileOf(context.viewer, context);
  }

  @Query(() => [DemonstrationPerson], {
    description: 'Persons to sign in as, the suggested ones first; none in a real hub.',
  })
  @Policy('public')
  demonstrationPersons(): Promise<DemonstrationPerson[]> | DemonstrationPerson[] {
    return this.settings.demonstration ? this.demonstration.list() : [];
  }

  @Mutation(() => SignInResult, { description: 'Signs in as an invented person; only in the demonstration.' })
  @Policy('public')
  async signInAsDemonstrationPerson(
    @Args('personId', { type: () => ID }) personId: string,
    @Context() context: HubContext,
  ): Promise<typeof SignInResult> {
    const way = this.door.wayIn('demonstration', context.request);
    const outcome = await this.signIn.asDemonstrationPerson(personId, way);
    if (outcome.refusal) return outcome.refusal;
    this.door.open(context.response, outcome.session, way);
    const viewer = await this.enter(outcome.session, context);
    return { __typename: 'SignInSuccess', viewer: await this.profileOf(viewer, context) };
  }

  @Mutation(() => SignOutResult, { description: 'Ends the session of this browser, at once.' })
  @Policy('public')
  async signOut(@Context() context: HubContext): Promise<SignOutResult> {
    const { sessionToken, response } = context;
    this.door.close(response);
    return { signedOut: sessionToken !== null && (await this.signIn.signOut(sessionToken)) };
  }

  /** The rest of this same operation runs as the person who has just signed in. */
  private async enter({ token }: StartedSession, context: HubContext): Promise<Viewer> {
    const viewer = await this.viewers.find(token);
    if (!viewer) throw new Error('The session that was just started is not there.');
    context.viewer = viewer;
    lookAs(viewer);
    context.sessionToken = token;
    return viewer;
  }

  private async profileOf(viewer: Viewer, { loaders }: HubContext): Promise<ViewerProfile> {
    const person = await loaders.get(this.personLoader.byId).load(viewer.personId);
    if (!person) throw new Error('The viewer’s person is not there.');
    return {
      person,
      isStaff: viewer.isStaff,
      isAdministrator: viewer.isAdministrator,
      isWorkgroupChair: viewer.isWorkgroupChair,
      dataStewardAgencyIds: viewer.dataStewardAgencyIds.map((id) => encodeId('Agency', id)),
      mayCreateActionItems: mayCreateActionItems(viewer),
      mayAddDataSources: mayAddDataSources(viewer),
      mayImportCatalogs: mayImportCatalogs(viewer),
      affiliation: affiliationOf(viewer),
      viewer,
    };
  }
}
