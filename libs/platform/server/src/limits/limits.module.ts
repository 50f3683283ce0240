import { Global, Module } from '@nestjs/common';
import { DocumentGuard } from './document-guard';
import { RequestGuards } from './request-guards';
import { RequestRates } from './request-rates';

/** Global: what is limited lies in every domain. */
@Global()
@Module({
  providers: [DocumentGuard, RequestGuards, RequestRates],
  exports: [RequestGuards, RequestRates],
})
export class LimitsModule {}
