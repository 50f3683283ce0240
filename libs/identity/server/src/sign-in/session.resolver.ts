import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { notFound, Policy, requireSession, requireViewer, uuidOf, type HubContext } from '@sos/platform-server';
import { PersonLoader } from '../person.loader';
import {
  ConfirmIdentityResult,
  CurrentSession,
  EndMySessionResult,
  OwnSession,
  RequestCodeResult,
  SignOutEverywhereResult,
} from './own-session.types';
import { OwnSessions } from './own-sessions';
import { SignInCodes } from './sign-in-codes';
import { SignInDoor } from './sign-in-door';
import { SignInService } from './sign-in.service';

@Resolver()
export class SessionResolver {
  constructor(
    private readonly sessions: OwnSessions,
    private readonly signIn: SignInService,
    private readonly codes: SignInCodes,
    private readonly door: SignInDoor,
    private readonly personLoader: PersonLoader,
  ) {}

  @Query(() => CurrentSession, {
    nullable: true,
    description:
      'The session of this browser; null for none. Ask with the header `sos-background: 1`, so that asking does not count as using it.',
  })
  @Policy('public')
  session(@Context() { sessionToken, viewer }: HubContext): Promise<CurrentSession | null> | null {
    return viewer && sessionToken ? this.sessions.current(sessionToken) : null;
  }

  @Query(() => [OwnSession], {
    description: 'The browsers in which the viewer is signed in: this one, then the last used.',
  })
  @Policy('signed in')
  mySessions(@Context() context: HubContext): Promise<OwnSession[]> {
    return this.sessions.list(requireViewer(context).personId, context.sessionToken);
  }

  @Mutation(() => CurrentSession, { nullable: true, description: 'Puts off the end of a session that is not used.' })
  @Policy('signed in')
  staySignedIn(@Context() { sessionToken }: HubContext): Promise<CurrentSession | null> | null {
    return sessionToken ? this.sessions.stay(sessionToken) : null;
  }

  @Mutation(() => EndMySessionResult, { description: 'Signs the viewer out of one browser.' })
  @Policy('signed in')
  async endMySession(
    @Args('id', { type: () => ID, description: 'Of `mySessions`.' }) id: string,
    @Context() context: HubContext,
  ): Promise<typeof EndMySessionResult> {
    requireSession(context);
    const viewer = requireViewer(context);
    const uuid = uuidOf('Session', id);
    if (!uuid || !(await this.signIn.endOne(viewer, uuid))) return notFound('session');
    return {
      __typename: 'EndMySessionSuccess',
      sessions: await this.sessions.list(viewer.personId, context.sessionToken),
    };
  }

  @Mutation(() => SignOutEverywhereResult, { description: 'Signs the viewer out of every browser, this one too.' })
  @Policy('signed in')
  async signOutEverywhere(@Context() context: HubContext): Promise<SignOutEverywhereResult> {
    requireSession(context);
    const ended = await this.signIn.endAll(requireViewer(context));
    this.door.close(context.response);
    return { ended };
  }

  @Mutation(() => RequestCodeResult, {
    description: 'Sends the viewer a code by mail, with which they prove again who they are: see `confirmIdentity`.',
  })
  @Policy('signed in')
  async requestConfirmationCode(@Context() context: HubContext): Promise<typeof RequestCodeResult> {
    requireSession(context);
    const { personId } = requireViewer(context);
    const refusal = await this.codes.request(context.sessionToken!);
    const person = await context.loaders.get(this.personLoader.byId).load(personId);
    return refusal ?? { __typename: 'RequestCodeSuccess', email: person!.email };
  }

  @Mutation(() => ConfirmIdentityResult, {
    description: 'Proves with the code from the mail who the viewer is. The session goes on, renewed.',
  })
  @Policy('signed in')
  async confirmIdentity(
    @Args('code', { description: 'Eight digits; blanks do not matter.' }) code: string,
    @Context() context: HubContext,
  ): Promise<typeof ConfirmIdentityResult> {
    requireSession(context);
    const way = this.door.wayIn('one-time address', context.request);
    const outcome = await this.codes.confirm(code, requireViewer(context), way);
    if (outcome.refusal) return outcome.refusal;
    this.door.open(context.response, outcome.session, way);
    context.sessionToken = outcome.session.token;
    const session = await this.sessions.current(outcome.session.token);
    return { __typename: 'ConfirmIdentitySuccess', session: session! };
  }
}
