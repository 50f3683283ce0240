import { Inject, Injectable } from '@nestjs/common';
import { ActivityRecorder, type Actor } from '@sos/activity-server';
import {
  checkInput,
  Database,
  invalidInput,
  notFound,
  plainText,
  SecretBox,
  SETTINGS,
  uuidOf,
  ViewerSource,
  type InvalidInputRefusal,
  type NotFoundRefusal,
  type Settings,
  type Transaction,
} from '@sos/platform-server';
import { z } from 'zod';
import {
  dropSignIns,
  findProvider,
  insertProvider,
  keepSecret,
  setAgencies,
  switchProvider,
  updateProvider,
  type ProviderRow,
} from './identity-provider.repository';
import { issuerProblem, mailDomain } from './identity-provider.rules';
import {
  VerificationClaim,
  type AddIdentityProviderInput,
  type EditIdentityProviderInput,
  type SwitchIdentityProviderInput,
} from './identity-provider.types';
import { endSessionsBegunBy } from './person-identity.repository';
import { placeOfSecret } from './provider-client';

const domain = z.string().transform((text, context) => {
  const found = mailDomain(text);
  if (found) return found;
  context.addIssue({
    code: 'custom',
    message: `“${text.slice(0, 80)}” is no domain of mail addresses. Write it like cdph.ca.gov.`,
  });
  return z.NEVER;
});

const fields = {
  displayName: plainText('The name', { minimum: 1, maximum: 80 }),
  clientId: plainText('The client id', { minimum: 1, maximum: 300 }),
  clientSecret: z
    .string()
    .max(1_000, 'The client secret is too long: at most 1,000 characters.')
    .nullish()
    .transform((secret) => secret?.trim() || null),
  agencyIds: z.array(z.string()).min(1, 'Choose at least one agency.').max(200, 'At most 200 agencies.'),
  mailDomains: z
    .array(domain)
    .min(1, 'Write at least one domain of mail addresses.')
    .max(100, 'At most 100 domains.')
    .transform((domains) => [...new Set(domains)]),
  verificationClaim: z
    .enum(VerificationClaim)
    .nullish()
    .transform((claim) => claim ?? VerificationClaim.EMAIL_VERIFIED),
};
const editShape = z.object(fields);
const addShape = (allowsPrivate: boolean) =>
  z.object({
    ...fields,
    key: z
      .string()
      .trim()
      .regex(
        /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/,
        'The key expects up to 40 lower-case letters, digits and hyphens.',
      ),
    issuer: z
      .string()
      .trim()
      .max(500, 'The issuer is too long: at most 500 characters.')
      .superRefine((text, context) => {
        const problem = issuerProblem(text, allowsPrivate);
        if (problem) context.addIssue({ code: 'custom', message: problem });
      }),
  });

type Written =
  | { provider: ProviderRow; refusal?: undefined; stale?: undefined }
  | { refusal: InvalidInputRefusal | NotFoundRefusal; stale?: undefined }
  | { stale: ProviderRow; refusal?: undefined };

const noKey =
  'This hub cannot keep a secret yet: set SECRETS_KEY (docs/settings.md), start it again, and enter the secret then.';

/** How identity providers come into the hub and change. Who may is decided before. */
@Injectable()
export class WriteIdentityProvider {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
    private readonly activity: ActivityRecorder,
    private readonly box: SecretBox,
    @Inject(ViewerSource) private readonly viewers: Pick<ViewerSource, 'forgetPerson'>,
  ) {}

  /**
   * Nobody can sign in with it until it is switched on.
   * @param actor Null: from the command line.
   */
  async add(actor: Actor | null, input: AddIdentityProviderInput): Promise<Written> {
    const { value, refusal } = checkInput(addShape(this.settings.allowPrivateIdentityProviders), input);
    if (refusal) return { refusal };
    if (value.clientSecret && !this.box.canSeal) return { refusal: fieldProblem('clientSecret', noKey) };
    return this.database.transaction(async (transaction) => {
      const agencies = await knownAgencies(transaction, value.agencyIds);
      if (!agencies) return { refusal: fieldProblem('agencyIds', 'One of these agencies is not there any more.') };
      const id = await insertProvider(transaction, value);
      if (!id) return { refusal: await this.takenProblem(transaction, value.key) };
      await setAgencies(transaction, id, agencies);
      if (value.clientSecret) await this.seal(transaction, id, value.clientSecret);
      return { provider: await this.recorded(transaction, actor, id, 'added the identity provider', null) };
    });
  }

  async edit(actor: Actor, input: EditIdentityProviderInput): Promise<Written> {
    const { value, refusal } = checkInput(editShape, input);
    if (refusal) return { refusal };
    if (value.clientSecret && !this.box.canSeal) return { refusal: fieldProblem('clientSecret', noKey) };
    return this.database.transaction(async (transaction) => {
      const before = await existing(transaction, input.identityProviderId);
      if (!before) return { refusal: notFound('identity provider') };
      const agencies = await knownAgencies(transaction, value.agencyIds);
      if (!agencies) return { refusal: fieldProblem('agencyIds', 'One of these agencies is not there any more.') };
      const at = { id: before.id, version: input.expectedVersion };
      if (!(await updateProvider(transaction, at, value))) return { stale: before };
      await setAgencies(transaction, before.id, agencies);
      if (value.clientSecret) await this.seal(transaction, before.id, value.clientSecret);
      return { provider: await this.recorded(transaction, actor, before.id, 'edited the identity provider', before) };
    });
  }

  /** Switched off, it ends the sessions that it began: one does it because it can no longer be trusted. */
  async switch(actor: Actor | null, input: SwitchIdentityProviderInput): Promise<Written> {
    const signedOut: string[] = [];
    const outcome = await this.database.transaction(async (transaction): Promise<Written> => {
      const before = await existing(transaction, input.identityProviderId);
      if (!before) return { refusal: notFound('identity provider') };
      const at = { id: before.id, version: input.expectedVersion };
      if (!(await switchProvider(transaction, at, input.enabled))) return { stale: before };
      if (!input.enabled) {
        await dropSignIns(transaction, before.id);
        signedOut.push(...(await endSessionsBegunBy(transaction, before.id)));
      }
      const action = input.enabled ? 'switched on the identity provider' : 'switched off the identity provider';
      return { provider: await this.recorded(transaction, actor, before.id, action, before) };
    });
    for (const personId of signedOut) this.viewers.forgetPerson(personId);
    return outcome;
  }

  private async seal(transaction: Transaction, id: string, secret: string): Promise<void> {
    await keepSecret(transaction, id, this.box.seal(secret, placeOfSecret(id)));
  }

  private async takenProblem(transaction: Transaction, key: string): Promise<InvalidInputRefusal> {
    return (await findProvider(transaction, { key }))
      ? fieldProblem('key', `Another identity provider has the key ${key}.`)
      : fieldProblem('issuer', 'Another identity provider has this issuer. Add the agencies and domains there.');
  }

  private async recorded(
    transaction: Transaction,
    actor: Actor | null,
    id: string,
    action: string,
    before: ProviderRow | null,
  ): Promise<ProviderRow> {
    const provider = (await findProvider(transaction, { id }))!;
    await this.activity.record(transaction, actor, {
      action,
      subjectType: 'IdentityProvider',
      subjectId: id,
      subjectLabel: provider.displayName,
      subjectPath: '/admin/identity-providers',
      agencyIds: provider.agencyIds,
      before: before && auditable(before),
      after: auditable(provider),
      visibleInFeed: false,
    });
    return provider;
  }
}

/** The trail is for ever and has no place for secrets; that one was entered, it may tell. */
const auditable = ({ clientSecret, linkedPeople: _, ...provider }: ProviderRow) => ({
  ...provider,
  hasClientSecret: clientSecret !== null,
});

const fieldProblem = (path: string, message: string): InvalidInputRefusal => invalidInput([{ path, message }]);

async function existing(transaction: Transaction, id: string): Promise<ProviderRow | null> {
  const uuid = uuidOf('IdentityProvider', id);
  return uuid ? findProvider(transaction, { id: uuid }) : null;
}

/** The agencies by their own ids; null when one of them is not there. */
async function knownAgencies(transaction: Transaction, ids: readonly string[]): Promise<string[] | null> {
  const uuids = [...new Set(ids.map((id) => uuidOf('Agency', id)))];
  const found = await transaction.query<{ id: string }>('select id from agency where id = any($1::uuid[])', [
    uuids.filter((uuid) => uuid !== null),
  ]);
  return found.length === uuids.length ? found.map(({ id }) => id) : null;
}
