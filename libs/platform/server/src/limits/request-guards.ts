import type { IncomingMessage } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { unstorableTextRefusal } from '../graphql/text-guard';
import type { RefusedRequest } from '../http/refused-request';
import { crossSiteRefusal, crossSiteUpgradeRefusal } from '../http/same-origin';
import { KnownOperations } from '../operations/known-operations';
import type { Settings } from '../settings';
import { SETTINGS } from '../tokens';
import { DocumentGuard } from './document-guard';
import { RequestRates } from './request-rates';

/** Everything that is decided about a request before anybody works on it, cheapest first. Null: it may go on. */
@Injectable()
export class RequestGuards {
  private readonly crossSite: (request: IncomingMessage) => RefusedRequest | null;
  private readonly crossSiteUpgrade: (request: IncomingMessage) => RefusedRequest | null;

  constructor(
    @Inject(SETTINGS) settings: Settings,
    private readonly rates: RequestRates,
    private readonly documents: DocumentGuard,
    private readonly known: KnownOperations,
  ) {
    this.crossSite = crossSiteRefusal(settings.publicUrl);
    this.crossSiteUpgrade = crossSiteUpgradeRefusal(settings.publicUrl);
  }

  /** Before the body is read. */
  ofRequest(request: IncomingMessage): RefusedRequest | null {
    return this.crossSite(request) ?? (isUncounted(request) ? null : this.rates.refusalOfNetwork(request));
  }

  /** Before a connection becomes a WebSocket. */
  ofUpgrade(request: IncomingMessage): RefusedRequest | null {
    return this.crossSiteUpgrade(request) ?? this.rates.refusalOfNetwork(request);
  }

  /** On the body of a GraphQL request, before anything of it is validated. */
  ofBody(body: unknown): RefusedRequest | null {
    return this.known.expand(body) ?? unstorableTextRefusal(body) ?? this.documents.refusalOf(body);
  }
}

/** Files cost little, and a page needs many; whoever watches over the hub must always hear. */
const isUncounted = ({ url = '' }: IncomingMessage) =>
  url.startsWith('/assets/') || url === '/healthz' || url === '/readyz';
