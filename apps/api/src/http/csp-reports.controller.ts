import { Controller, Inject, Post, Req, Res } from '@nestjs/common';
import {
  LOGGER,
  RateWindow,
  refuse,
  RequestRates,
  SETTINGS,
  tooMany,
  type Logger,
  type RefusedRequest,
  type Settings,
} from '@sos/platform-server';
import type { Request, Response } from 'express';
import { readReports, type Violation } from './csp-report.rules';

/** Where the policy of a page sends its reports: see security-headers.ts. */
export const pathOfReports = '/csp-reports';

const kinds = ['application/csp-report', 'application/reports+json'];
const largest = 16 * 1024;
const reportsPerMinute = 60;
const millisecondsRemembered = 86_400_000;
/** Of distinct violations in that time: whoever invents more of them must not fill the log. */
const mostRemembered = 500;

const wrongKind: RefusedRequest = {
  status: 415,
  message: `A report is sent as ${kinds.join(' or ')}.`,
  code: 'BAD_REQUEST',
};
const tooLarge: RefusedRequest = { status: 413, message: 'The report is larger than 16 KB.', code: 'BAD_REQUEST' };
const unreadable: RefusedRequest = { status: 400, message: 'This is no report of a policy.', code: 'BAD_REQUEST' };

/** Takes what browsers tell of refusals by our content security policy: one line in the log for each kind of it. */
@Controller(pathOfReports)
export class CspReportsController {
  private readonly networks = new RateWindow(reportsPerMinute, 60);
  private readonly told = new Set<string>();
  private forgetAt = 0;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly rates: RequestRates,
  ) {}

  @Post()
  async take(@Req() request: Request, @Res() response: Response): Promise<void> {
    const seconds = this.networks.take(this.rates.networkOf(request) ?? 'this machine');
    if (seconds > 0) return hangUp(response, tooMany('from your network', seconds));
    if (!kinds.includes((request.headers['content-type'] ?? '').split(';')[0]!.trim())) {
      return hangUp(response, wrongKind);
    }
    if (Number(request.headers['content-length'] ?? 0) > largest) return hangUp(response, tooLarge);
    const text = await read(request);
    if (text === null) return hangUp(response, tooLarge);
    const violations = readReports(parsed(text), this.settings.publicUrl);
    if (!violations) return refuse(response, unreadable);
    for (const violation of violations) this.tellOnce(violation);
    response.status(204).end();
  }

  private tellOnce(violation: Violation): void {
    const now = Date.now();
    if (now >= this.forgetAt) {
      this.told.clear();
      this.forgetAt = now + millisecondsRemembered;
    }
    const key = JSON.stringify(violation);
    if (this.told.has(key) || this.told.size >= mostRemembered) return;
    this.told.add(key);
    this.logger.warn({ violation }, 'a browser refused something by the content security policy');
    if (this.told.size === mostRemembered) this.logger.warn('no further kinds of it are told for a day');
  }
}

/** Null when it is too large; what comes after the limit is not kept. */
async function read(request: Request): Promise<string | null> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > largest) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The rest of what is refused is not waited for. */
function hangUp(response: Response, refusal: RefusedRequest): void {
  response.setHeader('connection', 'close');
  response.once('finish', () => response.socket?.destroySoon());
  refuse(response, refusal);
}
