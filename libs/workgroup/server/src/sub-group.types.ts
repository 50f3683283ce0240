import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CalendarDate, Node, Policy } from '@sos/platform-server';

export enum BodyKind {
  SUB_GROUP = 'sub_group',
  TASK_FORCE = 'task_force',
}

registerEnumType(BodyKind, {
  name: 'BodyKind',
  description: 'What a part of a workgroup is called.',
  valuesMap: {
    SUB_GROUP: { description: 'A sub-group of today’s workgroup.' },
    TASK_FORCE: { description: 'A task force of the workgroup before.' },
  },
});

@ObjectType({ implements: () => [Node], description: 'A part of the workgroup with its own focus items and seats.' })
@Policy('signed in')
export class SubGroup extends Node {
  @Field({ description: 'Stable name for addresses.' }) slug: string;
  @Field({ description: 'Its name.' }) name: string;
  @Field(() => BodyKind, { description: 'Sub-group or task force.' }) kind: BodyKind;
  @Field({ description: 'First part of the reference of its action items: `PS`.' }) prefix: string;
  @Field({ description: 'What it is for.' }) purpose: string;
  @Field(() => CalendarDate, { description: 'First day.' }) startedOn: string;
  @Field(() => CalendarDate, { nullable: true, description: 'Last day; null while it exists.' }) endedOn: string | null;
  workgroupId: string;
}
