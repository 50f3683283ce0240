import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InvalidInputRefusal, Node, NotFoundRefusal, Policy, Refusal } from '@sos/platform-server';
import { SignInAgainRefusal } from '../sign-in/sign-in-again.types';

/** Which claim of its tokens says that the provider has made sure of an address. */
export enum VerificationClaim {
  EMAIL_VERIFIED = 'email_verified',
  XMS_EDOV = 'xms_edov',
}

registerEnumType(VerificationClaim, {
  name: 'VerificationClaim',
  description: 'The claim by which an identity provider says that an address belongs to the person.',
  valuesMap: {
    EMAIL_VERIFIED: { description: 'The standard one.' },
    XMS_EDOV: { description: "Microsoft Entra ID's: the owner of the address's domain is verified." },
  },
});

@ObjectType({ description: 'An identity provider that one can sign in with, as anybody may know it.' })
@Policy('public')
export class SignInProvider {
  @Field({ description: 'Names it in addresses, such as `cdph`.' }) key: string;
  @Field({ description: 'What people call it, for the button: "Sign in with …".' }) displayName: string;
  @Field(() => [String], { description: 'Addresses of these domains sign in here.' }) mailDomains: string[];
}

@ObjectType({
  implements: () => [Node],
  description: 'Where the people of some agencies sign in to everything else (OpenID Connect).',
})
@Policy('administrator')
export class IdentityProvider extends Node {
  @Field({ description: 'Names it in addresses, such as `cdph`.' }) key: string;
  @Field({ description: 'What people call it, for the button: "Sign in with …".' }) displayName: string;
  @Field({ description: 'Its issuer, as its discovery document and tokens write it; never changes.' }) issuer: string;
  @Field({ description: 'What it calls the hub.' }) clientId: string;
  @Field({ description: 'Whether a client secret is kept. It is never shown.' }) hasClientSecret: boolean;
  @Field(() => [String], { description: 'It may vouch for addresses of these domains, and no others.' })
  mailDomains: string[];
  @Field(() => VerificationClaim, { description: 'The claim by which it says that an address is the person’s.' })
  verificationClaim: VerificationClaim;
  @Field({ description: 'Whether one can sign in with it.' }) enabled: boolean;
  @Field(() => Int, { description: 'Grows with each change.' }) version: number;
  @Field(() => Int, { description: 'How many people are linked to an account of it.' }) linkedPeople: number;
  @Field({ description: 'The redirect address that its administrators must allow.' }) redirectAddress: string;
  /** Become `agencies` through a loader. */
  agencyIds: string[];
}

@ObjectType({ implements: () => [Node], description: 'An account of the viewer at an identity provider.' })
@Policy('signed in')
export class LinkedIdentity extends Node {
  @Field({ description: 'What people call the provider.' }) providerName: string;
  @Field(() => String, { nullable: true, description: 'What the provider called the person when it was linked.' })
  email: string | null;
  @Field({ description: 'Since when.' }) linkedAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it last signed the person in; null: never yet.' })
  lastUsedAt: Date | null;
}

const domainsDescription = 'Domains of its people’s mail addresses, such as `cdph.ca.gov`; at least one.';
const secretDescription =
  'What it gave the hub to prove itself with. Kept sealed and never shown; left out: as before, or none at all.';

@InputType({ description: 'An identity provider to add.' })
export class AddIdentityProviderInput {
  @Field({ description: 'Lower-case letters, digits and hyphens; part of its redirect address.' }) key: string;
  @Field({ description: 'What people call it, at most 80 characters.' }) displayName: string;
  @Field({ description: 'Its issuer, exactly as its identity team writes it.' }) issuer: string;
  @Field({ description: 'What it calls the hub.' }) clientId: string;
  @Field(() => String, { nullable: true, description: secretDescription }) clientSecret?: string | null;
  @Field(() => [ID], { description: 'Agencies whose people it may let in; at least one.' }) agencyIds: string[];
  @Field(() => [String], { description: domainsDescription }) mailDomains: string[];
  @Field(() => VerificationClaim, { nullable: true, description: 'Null: the standard one.' })
  verificationClaim?: VerificationClaim | null;
}

@InputType({ description: 'A change of an identity provider.' })
export class EditIdentityProviderInput {
  @Field(() => ID, { description: 'The provider.' }) identityProviderId: string;
  @Field(() => Int, { description: 'The version that the administrator saw.' }) expectedVersion: number;
  @Field({ description: 'What people call it, at most 80 characters.' }) displayName: string;
  @Field({ description: 'What it calls the hub.' }) clientId: string;
  @Field(() => String, { nullable: true, description: secretDescription }) clientSecret?: string | null;
  @Field(() => [ID], { description: 'Agencies whose people it may let in; at least one.' }) agencyIds: string[];
  @Field(() => [String], { description: domainsDescription }) mailDomains: string[];
  @Field(() => VerificationClaim, { nullable: true, description: 'Null: the standard one.' })
  verificationClaim?: VerificationClaim | null;
}

@InputType({ description: 'Whether one can sign in with an identity provider.' })
export class SwitchIdentityProviderInput {
  @Field(() => ID, { description: 'The provider.' }) identityProviderId: string;
  @Field(() => Int, { description: 'The version that the administrator saw.' }) expectedVersion: number;
  @Field({ description: 'True: from now on. False: no longer, and whoever is signed in by it is signed out.' })
  enabled: boolean;
}

@InputType({ description: 'With whom to sign in, and where to go then.' })
export class BeginProviderSignInInput {
  @Field({ description: 'Key of the provider.' }) providerKey: string;
  @Field(() => String, { nullable: true, description: 'Path within the hub; null: its first page.' })
  returnPath?: string | null;
  @Field(() => String, { nullable: true, description: 'The address that was typed, for the provider to begin with.' })
  email?: string | null;
}

@ObjectType({ description: 'The sign-in goes on at the provider.' })
@Policy('public')
export class ProviderSignInBegun {
  readonly __typename = 'ProviderSignInBegun';
  @Field({ description: 'The page of the provider to open in this browser, within ten minutes.' }) address: string;
}

@ObjectType({ implements: () => [Refusal], description: 'The provider cannot be used at the moment.' })
@Policy('public')
export class ProviderUnavailableRefusal extends Refusal {
  readonly __typename = 'ProviderUnavailableRefusal';
}

@ObjectType({ description: 'The identity provider, as it is now.' })
@Policy('administrator')
export class IdentityProviderSuccess {
  readonly __typename = 'IdentityProviderSuccess';
  @Field(() => IdentityProvider, { description: 'The provider.' }) identityProvider: IdentityProvider;
}

@ObjectType({
  implements: () => [Refusal],
  description: 'Somebody else has changed it since the administrator looked.',
})
@Policy('administrator')
export class StaleIdentityProviderRefusal extends Refusal {
  readonly __typename = 'StaleIdentityProviderRefusal';
  @Field(() => IdentityProvider, { description: 'As it is now.' }) current: IdentityProvider;
}

export enum CheckOutcome {
  PASSED = 'passed',
  WARNING = 'warning',
  FAILED = 'failed',
}

registerEnumType(CheckOutcome, {
  name: 'CheckOutcome',
  description: 'What came of a check.',
  valuesMap: {
    PASSED: { description: 'As it should be.' },
    WARNING: { description: 'It may work; have a look.' },
    FAILED: { description: 'Nobody can sign in until it is mended.' },
  },
});

@ObjectType({ description: 'One thing that signing in with a provider needs.' })
@Policy('administrator')
export class ConnectionCheck {
  @Field({ description: 'What was looked at.' }) name: string;
  @Field(() => CheckOutcome, { description: 'What came of it.' }) outcome: CheckOutcome;
  @Field({ description: 'What was found, and what to do.' }) message: string;
}

@ObjectType({ description: 'How the connection to a provider was found.' })
@Policy('administrator')
export class ConnectionTested {
  readonly __typename = 'ConnectionTested';
  @Field(() => [ConnectionCheck], { description: 'Each check, in the order in which a sign-in needs it.' })
  checks: ConnectionCheck[];
}

@ObjectType({ description: 'The account no longer signs the viewer in.' })
@Policy('signed in')
export class IdentityUnlinked {
  readonly __typename = 'IdentityUnlinked';
  @Field({ description: 'What people call the provider.' }) providerName: string;
}

@ObjectType({ description: 'The account signs the viewer in again, as before it was unlinked.' })
@Policy('signed in')
export class IdentityRelinked {
  readonly __typename = 'IdentityRelinked';
  @Field({ description: 'What people call the provider.' }) providerName: string;
}

const resolveType = (value: { __typename: string }) => value.__typename;

export const BeginProviderSignInResult = createUnionType({
  name: 'BeginProviderSignInResult',
  description: 'Where the sign-in goes on, or why not.',
  types: () => [ProviderSignInBegun, NotFoundRefusal, ProviderUnavailableRefusal] as const,
  resolveType,
});
export type BeginProviderSignInResult = ProviderSignInBegun | NotFoundRefusal | ProviderUnavailableRefusal;

export const BeginProviderLinkResult = createUnionType({
  name: 'BeginProviderLinkResult',
  description: 'Where linking an account goes on, or why not.',
  types: () => [ProviderSignInBegun, NotFoundRefusal, ProviderUnavailableRefusal, SignInAgainRefusal] as const,
  resolveType,
});
export type BeginProviderLinkResult =
  ProviderSignInBegun | NotFoundRefusal | ProviderUnavailableRefusal | SignInAgainRefusal;

export const IdentityProviderResult = createUnionType({
  name: 'IdentityProviderResult',
  description: 'The identity provider, or why nothing was changed.',
  types: () =>
    [
      IdentityProviderSuccess,
      InvalidInputRefusal,
      NotFoundRefusal,
      StaleIdentityProviderRefusal,
      SignInAgainRefusal,
    ] as const,
  resolveType,
});
export type IdentityProviderResult =
  IdentityProviderSuccess | InvalidInputRefusal | NotFoundRefusal | StaleIdentityProviderRefusal | SignInAgainRefusal;

export const TestConnectionResult = createUnionType({
  name: 'TestConnectionResult',
  description: 'How the connection was found, or that there is no such provider.',
  types: () => [ConnectionTested, NotFoundRefusal] as const,
  resolveType,
});
export type TestConnectionResult = ConnectionTested | NotFoundRefusal;

export const UnlinkIdentityResult = createUnionType({
  name: 'UnlinkIdentityResult',
  description: 'Unlinked, or why not.',
  types: () => [IdentityUnlinked, NotFoundRefusal, SignInAgainRefusal] as const,
  resolveType,
});
export type UnlinkIdentityResult = IdentityUnlinked | NotFoundRefusal | SignInAgainRefusal;

export const RelinkIdentityResult = createUnionType({
  name: 'RelinkIdentityResult',
  description: 'Linked again, or why not.',
  types: () => [IdentityRelinked, NotFoundRefusal, SignInAgainRefusal] as const,
  resolveType,
});
export type RelinkIdentityResult = IdentityRelinked | NotFoundRefusal | SignInAgainRefusal;
