import { Global, Module } from '@nestjs/common';
import { KnownOperations } from '../operations/known-operations';
import { DocumentGuard } from './document-guard';
import { RequestGuards } from './request-guards';
import { RequestRates } from './request-rates';

/** Global: what is limited lies in every domain. */
@Global()
@Module({
  providers: [DocumentGuard, KnownOperations, RequestGuards, RequestRates],
  exports: [KnownOperations, RequestGuards, RequestRates],
})
export class LimitsModule {}
