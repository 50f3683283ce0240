import { createUnionType, Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InvalidInputRefusal, Policy } from '@sos/platform-server';

export enum StructureChoice {
  STARTER = 'starter',
  OWN = 'own',
}

registerEnumType(StructureChoice, {
  name: 'StructureChoice',
  description: 'What an empty hub begins with.',
  valuesMap: {
    STARTER: { description: 'The structure that comes with the hub: see `SetUpOffer.starterName`.' },
    OWN: { description: 'A workgroup of its own, with one agency to begin with.' },
  },
});

@ObjectType({ description: 'An agency to choose from.' })
@Policy('public')
export class AgencyChoice {
  @Field({ description: 'Key of the agency.' }) key: string;
  @Field({ description: 'Its name.' }) name: string;
}

@ObjectType({ description: 'What whoever holds the set-up address can choose.' })
@Policy('public')
export class SetUpOffer {
  @Field({ description: 'Whether the hub has no workgroup yet, so that a structure is to be chosen.' })
  isEmpty: boolean;
  @Field({ description: 'Name of the structure that comes with the hub.' }) starterName: string;
  @Field(() => [AgencyChoice], { description: 'The agencies of the hub; of an empty one, those of that structure.' })
  agencies: AgencyChoice[];
}

@InputType({ description: 'The first administrator, and what an empty hub begins with.' })
export class SetUpHubInput {
  @Field({ description: 'The token of the set-up address.' }) token: string;
  @Field({ description: 'Given name and family name of the administrator.' }) fullName: string;
  @Field({ description: 'Their address at work: sign-in links go there.' }) email: string;
  @Field(() => StructureChoice, { nullable: true, description: 'Only for an empty hub.' })
  structure?: StructureChoice | null;
  @Field(() => String, { nullable: true, description: 'Key of the administrator’s agency, of those offered.' })
  agencyKey?: string | null;
  @Field(() => String, { nullable: true, description: 'Name of an own workgroup.' }) workgroupName?: string | null;
  @Field(() => String, { nullable: true, description: 'Name of the first agency of an own workgroup.' })
  agencyName?: string | null;
  @Field(() => String, { nullable: true, description: 'Its abbreviation, such as CDPH.' })
  agencyAbbreviation?: string | null;
}

@ObjectType({ description: 'The hub is set up, and its administrator signed in.' })
@Policy('public')
export class SetUpHubSuccess {
  readonly __typename = 'SetUpHubSuccess';
  @Field({ description: 'The administrator’s name.' }) fullName: string;
}

export const SetUpHubResult = createUnionType({
  name: 'SetUpHubResult',
  description: 'Set up, or why not.',
  types: () => [SetUpHubSuccess, InvalidInputRefusal] as const,
  resolveType: (value: { __typename: string }) => value.__typename,
});
