import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf, Node, Policy, type Connection } from '@sos/platform-server';

export enum AgencyKind {
  STATE = 'state',
  LOCAL = 'local',
  FEDERAL = 'federal',
  NON_GOVERNMENT = 'non_government',
}

registerEnumType(AgencyKind, {
  name: 'AgencyKind',
  description: 'What sort of body an agency is.',
  valuesMap: {
    STATE: { description: 'A department, board or office of the State of California.' },
    LOCAL: { description: 'A county, city or other local body.' },
    FEDERAL: { description: 'A body of the federal government.' },
    NON_GOVERNMENT: { description: 'A university, non-profit organization or other partner.' },
  },
});

@ObjectType({ implements: () => [Node], description: 'An organization that takes part in the work or holds data.' })
@Policy('signed in')
export class Agency extends Node {
  @Field({ description: 'Stable short key for addresses, such as `dhcs`.' }) key: string;
  @Field({ description: 'Official name.' }) name: string;
  @Field({ description: 'What people call it, for lists: `Health Care Services`.' }) shortName: string;
  @Field({ description: 'Such as DHCS.' }) abbreviation: string;
  @Field(() => AgencyKind, { description: 'State, local, federal or non-government.' }) kind: AgencyKind;
  @Field({ description: 'What it does about overdose, in a sentence or two.' }) roleDescription: string;
  @Field(() => String, { nullable: true, description: 'Its website.' }) website: string | null;
  /** Becomes `parent` through a loader. */
  parentId: string | null;
}

export const AgencyConnection = connectionOf(Agency, 'Agency', 'agencies');
export type AgencyConnection = Connection<Agency>;
