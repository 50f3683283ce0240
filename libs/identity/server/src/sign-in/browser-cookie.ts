import type { IncomingMessage, ServerResponse } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '@sos/platform-server';
import { hashOfToken, newToken } from './session.repository';

const minutes = 15;

/**
 * Knows the browser again between the two halves of signing in, so that what one browser has begun no other can end.
 * It says nothing of a person and opens nothing.
 */
@Injectable()
export class BrowserCookie {
  private readonly secure: boolean;
  private readonly name: string;

  constructor(@Inject(SETTINGS) { publicUrl }: Settings) {
    this.secure = publicUrl.startsWith('https:');
    this.name = this.secure ? '__Host-sos_browser' : 'sos_browser';
  }

  /** Hash of the token that the browser brought; null for none. */
  read(request: IncomingMessage): Buffer | null {
    const token = this.tokenOf(request);
    return token === null ? null : hashOfToken(token);
  }

  /** Hash of the browser's token, which it keeps, or gets, for a quarter of an hour from now on. */
  keep(request: IncomingMessage, response: ServerResponse): Buffer {
    const token = this.tokenOf(request) ?? newToken();
    const parts = [`${this.name}=${token}`, 'Path=/', `Max-Age=${minutes * 60}`, 'HttpOnly', 'SameSite=Lax'];
    if (this.secure) parts.push('Secure');
    response.appendHeader('set-cookie', parts.join('; '));
    return hashOfToken(token);
  }

  private tokenOf(request: IncomingMessage): string | null {
    for (const part of (request.headers.cookie ?? '').split(';')) {
      const [key, value] = part.trim().split('=');
      if (key === this.name && value && /^[\w-]{43}$/.test(value)) return value;
    }
    return null;
  }
}
