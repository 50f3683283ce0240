import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { pathOfReports } from './csp-reports.controller';

/** Names the place of the reports, beside the policy of a page. */
export const reportingEndpoints = `policy="${pathOfReports}"`;

/** What an answer that is no page may do in a browser: nothing. */
export const answerPolicy = "default-src 'none'; frame-ancestors 'none'";

/** A page's own: scripts and styles by the nonce that the page was sent with, markup only through our one policy. */
export function pagePolicy(nonce: string, overTls: boolean): string {
  return [
    "default-src 'none'",
    // What a script with the nonce loads is trusted in turn: the parts of the app that come when they are needed.
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
    `report-uri ${pathOfReports}`,
    // The newer way works over TLS only, and a browser that sees it named takes no other.
    ...(overTls ? ['report-to policy', 'upgrade-insecure-requests'] : []),
  ].join('; ');
}

const features = [
  ...['accelerometer', 'autoplay', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid', 'idle-detection'],
  ...[
    'local-fonts',
    'magnetometer',
    'microphone',
    'midi',
    'payment',
    'screen-wake-lock',
    'serial',
    'usb',
    'xr-spatial-tracking',
  ],
];
/** Nothing of the device but what signing in and copying need. */
const permissionsPolicy = [
  ...features.map((name) => `${name}=()`),
  ...['clipboard-write', 'publickey-credentials-create', 'publickey-credentials-get'].map((name) => `${name}=(self)`),
].join(', ');

/** The headers of every answer that Express gives. */
export function securityHeaders(overTls: boolean) {
  const usual = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: overTls,
    // Would keep nothing out: no page of ours embeds anything, and none may be embedded.
    crossOriginEmbedderPolicy: false,
    xFrameOptions: { action: 'deny' },
  });
  return (request: Request, response: Response, next: NextFunction): void => {
    response.set('content-security-policy', answerPolicy);
    response.set('permissions-policy', permissionsPolicy);
    usual(request, response, next);
  };
}
