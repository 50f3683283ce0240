import { Args, Context, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActivityRecorder } from '@sos/activity-server';
import {
  Database,
  notFound,
  Policy,
  requireViewer,
  uuidOf,
  type HubContext,
  type NotFoundRefusal,
} from '@sos/platform-server';
import { BrowserCookie } from '../sign-in/browser-cookie';
import { requireRecentSignIn } from '../sign-in/recent-sign-in';
import type { SignInAgainRefusal } from '../sign-in/sign-in-again.types';
import { ViewerProfile } from '../viewer.types';
import { BeginProviderSignIn } from './begin-provider-sign-in';
import { findEnabled, findLinkable } from './identity-provider.repository';
import {
  BeginProviderLinkResult,
  BeginProviderSignInInput,
  BeginProviderSignInResult,
  LinkedIdentity,
  RelinkIdentityResult,
  SignInProvider,
  UnlinkIdentityResult,
} from './identity-provider.types';
import { findOwn, relinkOwn, unlinkOwn } from './person-identity.repository';

/** Signing in with an identity provider, for whoever stands at the door. */
@Resolver()
export class ProviderSignInResolver {
  constructor(
    private readonly database: Database,
    private readonly browser: BrowserCookie,
    private readonly beginning: BeginProviderSignIn,
  ) {}

  @Query(() => [SignInProvider], { description: 'Identity providers that one can sign in with, by name.' })
  @Policy('public')
  signInProviders(): Promise<SignInProvider[]> {
    return findEnabled(this.database);
  }

  @Mutation(() => BeginProviderSignInResult, { description: 'Begins to sign in with an identity provider.' })
  @Policy('public')
  beginProviderSignIn(
    @Args('input') input: BeginProviderSignInInput,
    @Context() { request, response }: HubContext,
  ): Promise<BeginProviderSignInResult> {
    return this.beginning.begin({ ...input, browser: this.browser.keep(request, response) });
  }
}

/** Accounts that are linked to the viewer. */
@Resolver(() => ViewerProfile)
export class ViewerIdentitiesResolver {
  constructor(
    private readonly database: Database,
    private readonly activity: ActivityRecorder,
    private readonly browser: BrowserCookie,
    private readonly beginning: BeginProviderSignIn,
  ) {}

  @ResolveField(() => [LinkedIdentity], {
    description: 'Accounts at identity providers that sign the viewer in.',
  })
  @Policy('signed in')
  linkedIdentities(@Context() context: HubContext): Promise<LinkedIdentity[]> {
    return findOwn(this.database, requireViewer(context).personId);
  }

  @ResolveField(() => [SignInProvider], {
    description: 'Identity providers of the viewer’s agency that they can link an account of.',
  })
  @Policy('signed in')
  linkableProviders(@Context() context: HubContext): Promise<SignInProvider[]> {
    return findLinkable(this.database, requireViewer(context).personId);
  }

  @Mutation(() => BeginProviderLinkResult, {
    description: 'Begins to link an account at an identity provider, so that it signs the viewer in.',
  })
  @Policy('signed in')
  async beginProviderLink(
    @Args('providerKey') providerKey: string,
    @Context() context: HubContext,
  ): Promise<BeginProviderLinkResult> {
    const refusal = await requireRecentSignIn(this.database, context);
    if (refusal) return refusal;
    const { personId } = requireViewer(context);
    const browser = this.browser.keep(context.request, context.response);
    return this.beginning.begin({ providerKey, browser, linkingPersonId: personId, returnPath: '/profile' });
  }

  @Mutation(() => UnlinkIdentityResult, {
    description: 'Takes the link to an account away, at once; that can be taken back for a day.',
  })
  @Policy('signed in')
  async unlinkIdentity(
    @Args('linkedIdentityId', { type: () => ID }) id: string,
    @Context() context: HubContext,
  ): Promise<UnlinkIdentityResult> {
    const act = { change: unlinkOwn, action: 'unlinked an account of an identity provider:' };
    const { providerName, refusal } = await this.change(id, context, act);
    return refusal ?? { __typename: 'IdentityUnlinked', providerName };
  }

  @Mutation(() => RelinkIdentityResult, {
    description: 'Takes back that the viewer unlinked an account, for a day, unless another was linked since.',
  })
  @Policy('signed in')
  async relinkIdentity(
    @Args('linkedIdentityId', { type: () => ID }) id: string,
    @Context() context: HubContext,
  ): Promise<RelinkIdentityResult> {
    const act = { change: relinkOwn, action: 'linked an account of an identity provider again:' };
    const { providerName, refusal } = await this.change(id, context, act);
    return refusal ?? { __typename: 'IdentityRelinked', providerName };
  }

  private async change(
    id: string,
    context: HubContext,
    { change, action }: { change: typeof unlinkOwn; action: string },
  ): Promise<
    | { providerName: string; refusal?: undefined }
    | { providerName?: undefined; refusal: NotFoundRefusal | SignInAgainRefusal }
  > {
    const viewer = requireViewer(context);
    const again = await requireRecentSignIn(this.database, context);
    const uuid = uuidOf('LinkedIdentity', id);
    if (again || !uuid) return { refusal: again ?? notFound('linked account') };
    return this.database.transaction(async (transaction) => {
      const providerName = await change(transaction, uuid, viewer.personId);
      if (providerName === null) return { refusal: notFound('linked account') };
      await this.activity.record(transaction, viewer, {
        action,
        subjectType: 'Person',
        subjectId: viewer.personId,
        subjectLabel: viewer.fullName,
        after: { provider: providerName },
        visibleInFeed: false,
      });
      return { providerName };
    });
  }
}
