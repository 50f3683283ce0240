import { Controller, Get, Inject, Res } from '@nestjs/common';
import { Database, refuse, SETTINGS, type RefusedRequest, type Settings } from '@sos/platform-server';
import type { Response } from 'express';

/** Asked for anew long before that; less than the year that RFC 9116 allows. */
const daysAhead = 180;
const day = 86_400_000;

const none: RefusedRequest = { status: 404, message: 'This hub names nobody to write to.', code: 'NOT_FOUND' };

/** Whom to tell of a weakness, where researchers look for it (RFC 9116). Without a contact there is no such file. */
@Controller('.well-known/security.txt')
export class SecurityTextController {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly database: Database,
  ) {}

  @Get()
  tell(@Res() response: Response): void {
    const { securityContacts, publicUrl } = this.settings;
    if (securityContacts.length === 0) return refuse(response, none);
    const expires = new Date(Math.floor(this.database.now().getTime() / day) * day + daysAhead * day);
    const lines = [
      ...securityContacts.map((contact) => `Contact: ${contact}`),
      `Expires: ${expires.toISOString().replace('.000', '')}`,
      'Preferred-Languages: en',
      // An address without TLS must not stand there, and only a hub on somebody's own machine has none.
      ...(publicUrl.startsWith('https:') ? [`Canonical: ${publicUrl}/.well-known/security.txt`] : []),
    ];
    response.set('cache-control', 'public, max-age=86400');
    response.type('text/plain; charset=utf-8').send(`${lines.join('\n')}\n`);
  }
}
