import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Settings } from '@sos/platform-server';
import express, { type NextFunction, type Request, type Response } from 'express';
import { pagePolicy, reportingEndpoints } from './security-headers';

const pathsOfTheServer =
  /^\/(graphql|api\/|catalog\/|healthz|readyz|csp-reports|\.well-known\/|internal\/|sign-in\/(one-time|provider)\/)/;
/** As the build of the web app writes it (apps/web/vite.config.ts). */
const placeholder = 'nonce-of-this-page';

/** Files of the built web app; any other address that a browser opens is one of its pages. */
export function serveWebApp(hub: NestExpressApplication, settings: Settings): void {
  const folder = resolve(settings.webFolder);
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return;
  const parts = readFileSync(page, 'utf8').split(placeholder);
  const overTls = settings.publicUrl.startsWith('https:');
  const files = express.static(folder, { index: false });
  hub.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  hub.use((request: Request, response: Response, next: NextFunction) =>
    // The page is never sent as the file that it is: it would come without its nonce.
    request.path === '/index.html' ? response.redirect('/') : files(request, response, next),
  );
  hub.use((request: Request, response: Response, next: NextFunction) => {
    const isPage =
      request.method === 'GET' && !pathsOfTheServer.test(request.path) && request.accepts('html') === 'html';
    if (!isPage) return next();
    const nonce = randomBytes(18).toString('base64url');
    response.set('content-security-policy', pagePolicy(nonce, overTls));
    if (overTls) response.set('reporting-endpoints', reportingEndpoints);
    // Asked for each time: the nonce in it and the one in the header must be of one answer.
    response.set('cache-control', 'private, no-cache');
    response.type('html').send(parts.join(nonce));
  });
}
