import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';
import { NotAllowedRefusal, NotFoundRefusal, Policy, type Viewer } from '@sos/platform-server';
import { Person } from './person.types';

@ObjectType('Viewer', { description: 'Who is signed in, and what they may do.' })
@Policy('signed in')
export class ViewerProfile {
  @Field(() => Person, { description: 'The person.' }) person: Person;
  @Field({ description: 'Whether they are of the staff of the workgroup.' }) isStaff: boolean;
  @Field({ description: 'Whether they administer the hub.' }) isAdministrator: boolean;
  @Field({ description: 'Chair or co-chair of the workgroup.' }) isWorkgroupChair: boolean;
  @Field(() => [ID], { description: 'Agencies whose data sources they look after.' }) dataStewardAgencyIds: string[];
  @Field({ description: 'Whether they may open an action item in some sub-group.' }) mayCreateActionItems: boolean;
  @Field({ description: 'Whether they may add a data source for some agency.' }) mayAddDataSources: boolean;
  @Field({ description: 'Whether they may import catalogs from feeds.' }) mayImportCatalogs: boolean;
  @Field({
    description: 'What the viewer is to the workgroup, for the corner of the screen: `Chair, Public Health`.',
  })
  affiliation: string;
  /** The roles behind it, for the fields of higher domains. */
  viewer: Viewer;
}

@ObjectType({ description: 'An invented person of the demonstration, to sign in as.' })
@Policy('public')
export class DemonstrationPerson {
  @Field(() => ID, { description: 'Id of the person, for `signInAsDemonstrationPerson`.' }) id: string;
  @Field({ description: 'Invented name.' }) fullName: string;
  @Field({ description: 'Invented job.' }) jobTitle: string;
  @Field({ description: 'Agency that the person represents.' }) agencyName: string;
  @Field({ description: 'Such as DHCS.' }) agencyAbbreviation: string;
  @Field(() => String, {
    nullable: true,
    description: 'Why one would choose this person; null for the rest.',
  })
  demonstrationRole: string | null;
}

@ObjectType({ description: 'Signed in.' })
@Policy('public')
export class SignInSuccess {
  readonly __typename = 'SignInSuccess';
  @Field(() => ViewerProfile, { description: 'Who is signed in now.' }) viewer: ViewerProfile;
}

export const SignInResult = createUnionType({
  name: 'SignInResult',
  description: 'Signed in, or why not.',
  types: () => [SignInSuccess, NotFoundRefusal, NotAllowedRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
export type SignInResult = SignInSuccess | NotFoundRefusal | NotAllowedRefusal;

@ObjectType({ description: 'The end of a session.' })
@Policy('public')
export class SignOutResult {
  @Field({ description: 'False when nobody was signed in.' }) signedOut: boolean;
}
