import { createUnionType, Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InvalidInputRefusal, NotAllowedRefusal, Policy } from '@sos/platform-server';
import { SignInAgainRefusal } from '../sign-in/sign-in-again.types';

export enum Language {
  EN = 'en',
  ES = 'es',
}

registerEnumType(Language, {
  name: 'Language',
  description: 'A language that a person reads.',
  valuesMap: { EN: { description: 'English.' }, ES: { description: 'Spanish.' } },
});

@ObjectType({ description: 'What the viewer says of themselves, beside what everybody sees in the directory.' })
@Policy('signed in')
export class OwnProfile {
  @Field(() => Language, { description: 'The language that they prefer.' }) language: Language;
  @Field(() => String, { nullable: true, description: 'Where notifications go; null: to the address at work.' })
  notificationEmail: string | null;
  @Field(() => String, { nullable: true, description: 'An address that waits to be confirmed by its link.' })
  unconfirmedEmail: string | null;
}

@InputType({ description: 'What the viewer may change of their own; what is left out stays.' })
export class EditProfileInput {
  @Field(() => String, { nullable: true, description: 'Given name and family name.' }) fullName?: string | null;
  @Field(() => String, { nullable: true, description: 'What they do in the agency.' }) jobTitle?: string | null;
  @Field(() => Language, { nullable: true, description: 'The language that they prefer.' }) language?: Language | null;
}

@ObjectType({ description: 'The profile as it is now.' })
@Policy('signed in')
export class ProfileSuccess {
  readonly __typename = 'ProfileSuccess';
  @Field(() => OwnProfile, { description: 'The profile.' }) profile: OwnProfile;
}

const resolveType = (value: { __typename: string }) => value.__typename;

export const EditProfileResult = createUnionType({
  name: 'EditProfileResult',
  description: 'Changed, or why not.',
  types: () => [ProfileSuccess, InvalidInputRefusal] as const,
  resolveType,
});

export const NotificationAddressResult = createUnionType({
  name: 'NotificationAddressResult',
  description: 'Done, or why not.',
  types: () => [ProfileSuccess, InvalidInputRefusal, NotAllowedRefusal, SignInAgainRefusal] as const,
  resolveType,
});

@ObjectType({ description: 'The address is confirmed: notifications go there from now on.' })
@Policy('public')
export class ConfirmAddressSuccess {
  readonly __typename = 'ConfirmAddressSuccess';
  @Field({ description: 'The address.' }) email: string;
}

export const ConfirmAddressResult = createUnionType({
  name: 'ConfirmAddressResult',
  description: 'Confirmed, or why not.',
  types: () => [ConfirmAddressSuccess, InvalidInputRefusal] as const,
  resolveType,
});
