import { Field, ObjectType } from '@nestjs/graphql';
import { connectionOf, Node, Policy, type Connection } from '@sos/platform-server';

@ObjectType({ implements: () => [Node], description: 'Somebody who takes part in the workgroup.' })
@Policy('signed in')
export class Person extends Node {
  @Field({ description: 'Given name and family name, as the person writes them.' }) fullName: string;
  @Field({ description: 'One or two letters, for a small mark.' }) initials: string;
  @Field({ description: 'Address at work.' }) email: string;
  @Field({ description: 'What the person does in the agency.' }) jobTitle: string;
  /** Becomes `agency` through a loader. */
  agencyId: string;
}

export const PersonConnection = connectionOf(Person, 'Person', 'people');
export type PersonConnection = Connection<Person>;
