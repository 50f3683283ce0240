import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Policy } from '@sos/platform-server';

export enum ChangeKind {
  ADDED = 'ADDED',
  CHANGED = 'CHANGED',
  MISSED = 'MISSED',
}
registerEnumType(ChangeKind, {
  name: 'ChangeKind',
  description: 'What a live update tells.',
  valuesMap: {
    ADDED: { description: 'The thing is new.' },
    CHANGED: { description: 'The thing is no longer as it was.' },
    MISSED: { description: 'More has happened than is told one by one: fetch anew whatever you show.' },
  },
});

@ObjectType({
  description:
    'That something changed which the viewer may see. What it is now, a query tells; the feed has the words.',
})
@Policy('signed in')
export class Change {
  @Field(() => String, { nullable: true, description: 'For `after` when you come back; null when there is none.' })
  cursor: string | null;
  @Field(() => ChangeKind, { description: 'What it tells.' }) kind: ChangeKind;
  @Field(() => String, { nullable: true, description: 'GraphQL type of the thing; null when much was missed.' })
  subjectType: string | null;
  @Field(() => ID, { nullable: true, description: 'Its id; null when much was missed.' }) subjectId: string | null;
  @Field(() => [ID], { description: 'Sub-groups and agencies that it concerns.' }) relatedIds: string[];
  @Field(() => Date, { nullable: true, description: 'When; null when much was missed.' }) happenedAt: Date | null;
  @Field({ description: 'Whether the viewer did it, here or elsewhere.' }) byViewer: boolean;
}
