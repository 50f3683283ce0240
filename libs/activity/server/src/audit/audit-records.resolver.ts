import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { pageSize, Policy, type Connection } from '@sos/platform-server';
import { AuditFilter, AuditRecordConnection, type AuditRecord } from './audit-record.types';
import { AuditRecords } from './audit-records';

@Resolver()
export class AuditRecordsResolver {
  constructor(private readonly records: AuditRecords) {}

  @Query(() => AuditRecordConnection, { description: 'The audit trail, latest first.' })
  @Policy('administrator')
  auditTrail(
    @Args('filter', { type: () => AuditFilter, nullable: true, description: 'Which entries; all without it.' })
    filter: AuditFilter | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50, description: 'At most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row to go on from.' })
    after: string | null,
  ): Promise<Connection<AuditRecord>> {
    return this.records.list(filter ?? {}, pageSize(first, 50), after ?? null);
  }
}
