import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { InvalidInputRefusal, Node, NotAllowedRefusal, NotFoundRefusal, Policy } from '@sos/platform-server';
import { SignInAgainRefusal } from '../sign-in/sign-in-again.types';
import { WebAuthnDocument } from './webauthn-json';

@ObjectType({
  implements: () => [Node],
  description: 'A passkey of the viewer: signs them in without mail or password.',
})
@Policy('signed in')
export class Passkey extends Node {
  @Field({ description: 'What the person calls it.' }) name: string;
  @Field({ description: 'Whether a password manager carries it to the person’s other devices.' }) isSynced: boolean;
  @Field({ description: 'When it was added.' }) createdAt: Date;
  @Field(() => Date, { nullable: true, description: 'When it last signed the person in; null: never yet.' })
  lastUsedAt: Date | null;
}

const forTheBrowser = 'Goes to the browser as it is. Good once, within five minutes, in this browser.';

@ObjectType({ description: 'The browser is asked for a passkey.' })
@Policy('public')
export class PasskeyRequest {
  readonly __typename = 'PasskeyRequest';
  @Field(() => WebAuthnDocument, { description: forTheBrowser }) options: object;
}

@ObjectType({ description: 'The browser is asked to make a passkey.' })
@Policy('signed in')
export class PasskeyCreation {
  readonly __typename = 'PasskeyCreation';
  @Field(() => WebAuthnDocument, { description: forTheBrowser }) options: object;
}

@ObjectType({ description: 'A passkey has let somebody in.' })
@Policy('public')
export class PasskeySignInSuccess {
  readonly __typename = 'PasskeySignInSuccess';
  @Field({ description: 'Who is signed in now.' }) fullName: string;
}

@ObjectType({ description: 'The viewer has shown that it is still them.' })
@Policy('signed in')
export class PasskeyConfirmationSuccess {
  readonly __typename = 'PasskeyConfirmationSuccess';
  @Field({ description: 'Who confirmed.' }) fullName: string;
}

@InputType({ description: 'A passkey that the browser has made.' })
export class AddPasskeyInput {
  @Field(() => WebAuthnDocument, { description: 'What the browser answered.' }) answer: object;
  @Field(() => String, { nullable: true, description: 'A name for it, at most 60 characters; null: after the device.' })
  name?: string | null;
}

@InputType({ description: 'Another name for a passkey.' })
export class RenamePasskeyInput {
  @Field(() => ID, { description: 'The passkey.' }) passkeyId: string;
  @Field({ description: 'At most 60 characters.' }) name: string;
}

@ObjectType({ description: 'The passkey was added, renamed, removed or restored.' })
@Policy('signed in')
export class PasskeySuccess {
  readonly __typename = 'PasskeySuccess';
  @Field(() => Passkey, { description: 'The passkey, as it is or was.' }) passkey: Passkey;
}

@ObjectType({ description: 'Somebody’s passkeys open nothing any more.' })
@Policy('administrator')
export class PasskeyResetSuccess {
  readonly __typename = 'PasskeyResetSuccess';
  @Field(() => Int, { description: 'How many there were.' }) count: number;
}

const resolveType = (value: { __typename: string }) => value.__typename;

export const PasskeySignInResult = createUnionType({
  name: 'PasskeySignInResult',
  description: 'Signed in, or why not.',
  types: () => [PasskeySignInSuccess, NotAllowedRefusal] as const,
  resolveType,
});
export type PasskeySignInResult = PasskeySignInSuccess | NotAllowedRefusal;

export const PasskeyConfirmationResult = createUnionType({
  name: 'PasskeyConfirmationResult',
  description: 'Confirmed, or why not.',
  types: () => [PasskeyConfirmationSuccess, NotAllowedRefusal] as const,
  resolveType,
});
export type PasskeyConfirmationResult = PasskeyConfirmationSuccess | NotAllowedRefusal;

export const PasskeyCreationResult = createUnionType({
  name: 'PasskeyCreationResult',
  description: 'What to ask the browser, or why not.',
  types: () => [PasskeyCreation, SignInAgainRefusal] as const,
  resolveType,
});
export type PasskeyCreationResult = PasskeyCreation | SignInAgainRefusal;

export const PasskeyResult = createUnionType({
  name: 'PasskeyResult',
  description: 'The passkey, or why nothing was changed.',
  types: () => [PasskeySuccess, NotAllowedRefusal, NotFoundRefusal, InvalidInputRefusal, SignInAgainRefusal] as const,
  resolveType,
});
export type PasskeyResult =
  PasskeySuccess | NotAllowedRefusal | NotFoundRefusal | InvalidInputRefusal | SignInAgainRefusal;

export const PasskeyResetResult = createUnionType({
  name: 'PasskeyResetResult',
  description: 'The passkeys are gone, or why not.',
  types: () => [PasskeyResetSuccess, NotFoundRefusal, SignInAgainRefusal] as const,
  resolveType,
});
export type PasskeyResetResult = PasskeyResetSuccess | NotFoundRefusal | SignInAgainRefusal;
