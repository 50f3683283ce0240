import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { CalendarDate, connectionOf, Policy } from '@sos/platform-server';

@ObjectType({ description: 'One entry of the audit trail, as whoever administers the hub reads it.' })
@Policy('administrator')
export class AuditRecord {
  @Field(() => ID, { description: 'Tells it from all others.' }) id: string;
  @Field(() => Date, { description: 'When it happened.' }) occurredAt: Date;
  @Field({ description: 'Who did it, by the name at that time.' }) actorLabel: string;
  @Field({ description: 'Past-tense words that follow the name.' }) action: string;
  @Field({ description: 'GraphQL type of the thing that changed.' }) subjectType: string;
  @Field({ description: 'Its title at that time.' }) subjectLabel: string;
  @Field(() => String, { nullable: true, description: 'Path within the hub.' }) subjectPath: string | null;
  @Field(() => String, { nullable: true, description: 'The note or the reason.' }) detail: string | null;
  @Field(() => String, { nullable: true, description: 'What was before, as JSON.' }) before: string | null;
  @Field(() => String, { nullable: true, description: 'What was after, as JSON.' }) after: string | null;
  @Field({ description: 'Whether only the members of its sub-group may know of it.' }) isRestricted: boolean;
}

export const AuditRecordConnection = connectionOf(AuditRecord, 'AuditRecord', 'entries of the audit trail');

@InputType({ description: 'Which entries; each part narrows the others.' })
export class AuditFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name of who did it.' }) person?: string | null;
  @Field(() => String, { nullable: true, description: 'Part of the title, path or type of the thing.' })
  thing?: string | null;
  @Field(() => String, { nullable: true, description: 'Part of the words of the act.' }) action?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: 'First day, in the workgroup’s calendar.' })
  from?: string | null;
  @Field(() => CalendarDate, { nullable: true, description: 'Last day.' }) to?: string | null;
}
