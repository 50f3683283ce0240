import { Args, Context, ID, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { Database, notFound, Policy, requireViewer, uuidOf, type HubContext } from '@sos/platform-server';
import { BrowserCookie } from '../sign-in/browser-cookie';
import { requireRecentSignIn } from '../sign-in/recent-sign-in';
import { SignInDoor } from '../sign-in/sign-in-door';
import { ViewerProfile } from '../viewer.types';
import { needsPasskey } from '../viewer.rules';
import { AddPasskey } from './add-passkey';
import { ManagePasskeys } from './manage-passkeys';
import {
  AddPasskeyInput,
  Passkey,
  PasskeyConfirmationResult,
  PasskeyCreationResult,
  PasskeyRequest,
  PasskeyResetResult,
  PasskeyResult,
  PasskeySignInResult,
  RenamePasskeyInput,
} from './passkey.types';
import { SignInByPasskey } from './sign-in-by-passkey';
import { WebAuthnDocument } from './webauthn-json';

@Resolver()
export class PasskeySignInResolver {
  constructor(
    private readonly door: SignInDoor,
    private readonly browser: BrowserCookie,
    private readonly signIn: SignInByPasskey,
  ) {}

  @Mutation(() => PasskeyRequest, { description: 'Begins to sign in with a passkey: what to ask the browser.' })
  @Policy('public')
  async beginPasskeySignIn(@Context() { request, response }: HubContext): Promise<PasskeyRequest> {
    const options = await this.signIn.ask(this.browser.keep(request, response));
    return { __typename: 'PasskeyRequest', options };
  }

  @Mutation(() => PasskeySignInResult, { description: 'Signs in with what the browser’s passkey has answered.' })
  @Policy('public')
  async signInWithPasskey(
    @Args('answer', { type: () => WebAuthnDocument }) answer: object,
    @Context() { request, response }: HubContext,
  ): Promise<PasskeySignInResult> {
    const way = this.door.wayIn('passkey', request);
    const outcome = await this.signIn.enter(answer, this.browser.read(request), way);
    if (outcome.refusal) return outcome.refusal;
    this.door.open(response, outcome.session, way);
    return { __typename: 'PasskeySignInSuccess', fullName: outcome.person.fullName };
  }

  @Mutation(() => PasskeyRequest, { description: 'Begins to confirm with a passkey that it is still the viewer.' })
  @Policy('signed in')
  async beginPasskeyConfirmation(@Context() context: HubContext): Promise<PasskeyRequest> {
    const browser = this.browser.keep(context.request, context.response);
    return { __typename: 'PasskeyRequest', options: await this.signIn.askAgain(requireViewer(context), browser) };
  }

  @Mutation(() => PasskeyConfirmationResult, {
    description:
      'Confirms with a passkey that it is still the viewer, so that consequential acts are open for a while.',
  })
  @Policy('signed in')
  async confirmWithPasskey(
    @Args('answer', { type: () => WebAuthnDocument }) answer: object,
    @Context() context: HubContext,
  ): Promise<PasskeyConfirmationResult> {
    const { request, response } = context;
    const viewer = requireViewer(context);
    const way = this.door.wayIn('passkey', request);
    const { session, refusal } = await this.signIn.confirm(viewer, answer, this.browser.read(request), way);
    if (refusal) return refusal;
    if (!session)
      return { __typename: 'NotAllowedRefusal', message: 'Your session is over. Sign in again.', whoCan: null };
    this.door.open(response, session, way);
    context.sessionToken = session.token;
    return { __typename: 'PasskeyConfirmationSuccess', fullName: viewer.fullName };
  }
}

@Resolver(() => ViewerProfile)
export class ViewerPasskeysResolver {
  constructor(
    private readonly database: Database,
    private readonly browser: BrowserCookie,
    private readonly adding: AddPasskey,
    private readonly passkeys: ManagePasskeys,
  ) {}

  @ResolveField(() => [Passkey], { name: 'passkeys', description: 'What signs the viewer in, the newest first.' })
  @Policy('signed in')
  listOwn(@Context() context: HubContext): Promise<Passkey[]> {
    return this.passkeys.list(requireViewer(context).personId);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether a link by mail alone no longer signs the viewer in, once they have a passkey.',
  })
  @Policy('signed in')
  needsPasskey(@Context() context: HubContext): boolean {
    return needsPasskey(requireViewer(context));
  }

  @Mutation(() => PasskeyCreationResult, { description: 'Begins to add a passkey: what to ask the browser.' })
  @Policy('signed in')
  async beginPasskey(@Context() context: HubContext): Promise<PasskeyCreationResult> {
    const refusal = await requireRecentSignIn(this.database, context);
    if (refusal) return refusal;
    const options = await this.adding.ask(requireViewer(context), this.browser.keep(context.request, context.response));
    return { __typename: 'PasskeyCreation', options };
  }

  @Mutation(() => PasskeyResult, { description: 'Adds the passkey that the browser has made.' })
  @Policy('signed in')
  async addPasskey(@Args('input') input: AddPasskeyInput, @Context() context: HubContext): Promise<PasskeyResult> {
    const { request } = context;
    const asked = { browser: this.browser.read(request), userAgent: request.headers['user-agent'] ?? '' };
    return resultOf(await this.adding.add(requireViewer(context), input, asked));
  }

  @Mutation(() => PasskeyResult, { description: 'Gives one of the viewer’s passkeys another name.' })
  @Policy('signed in')
  async renamePasskey(
    @Args('input') input: RenamePasskeyInput,
    @Context() context: HubContext,
  ): Promise<PasskeyResult> {
    return resultOf(await this.passkeys.rename(requireViewer(context), input.passkeyId, input.name));
  }

  @Mutation(() => PasskeyResult, {
    description: 'Removes one of the viewer’s passkeys, at once; it can be restored for 30 days.',
  })
  @Policy('signed in')
  async removePasskey(
    @Args('passkeyId', { type: () => ID }) passkeyId: string,
    @Context() context: HubContext,
  ): Promise<PasskeyResult> {
    const refusal = await requireRecentSignIn(this.database, context);
    return refusal ?? resultOf(await this.passkeys.remove(requireViewer(context), passkeyId));
  }

  @Mutation(() => PasskeyResult, { description: 'Takes back that a passkey was removed.' })
  @Policy('signed in')
  async restorePasskey(
    @Args('passkeyId', { type: () => ID }) passkeyId: string,
    @Context() context: HubContext,
  ): Promise<PasskeyResult> {
    const refusal = await requireRecentSignIn(this.database, context);
    return refusal ?? resultOf(await this.passkeys.restore(requireViewer(context), passkeyId));
  }

  @Mutation(() => PasskeyResetResult, {
    description:
      'For somebody who has lost their device: removes all of their passkeys, so that a link by mail is enough again.',
  })
  @Policy('administrator')
  async resetPasskeys(
    @Args('personId', { type: () => ID }) personId: string,
    @Context() context: HubContext,
  ): Promise<PasskeyResetResult> {
    const refusal = await requireRecentSignIn(this.database, context);
    if (refusal) return refusal;
    const uuid = uuidOf('Person', personId);
    const count = uuid ? await this.passkeys.reset(requireViewer(context), { id: uuid }) : null;
    return count === null ? notFound('person') : { __typename: 'PasskeyResetSuccess', count };
  }
}

const resultOf = (
  outcome:
    { passkey: Passkey; refusal?: undefined } | { refusal: Exclude<PasskeyResult, { __typename: 'PasskeySuccess' }> },
): PasskeyResult => outcome.refusal ?? { __typename: 'PasskeySuccess', passkey: outcome.passkey };
