import type { IncomingMessage, ServerResponse } from 'node:http';

const cookieName = (secure: boolean) => (secure ? '__Host-sos_session' : 'sos_session');

/** The browser's side of a session: a cookie that scripts cannot read. */
export class SessionCookie {
  private readonly secure: boolean;
  private readonly name: string;

  constructor(publicUrl: string) {
    this.secure = publicUrl.startsWith('https:');
    this.name = cookieName(this.secure);
  }

  read(request: IncomingMessage): string | null {
    for (const part of (request.headers.cookie ?? '').split(';')) {
      const [key, value] = part.trim().split('=');
      if (key === this.name && value) return value;
    }
    return null;
  }

  /** @param token Of letters that a cookie may hold as they are, as ours are (base64url). */
  write(response: ServerResponse, token: string, expiresAt: Date): void {
    this.append(response, token, expiresAt);
  }

  clear(response: ServerResponse): void {
    this.append(response, '', new Date(0));
  }

  private append(response: ServerResponse, value: string, expires: Date): void {
    const parts = [`${this.name}=${value}`, 'Path=/', `Expires=${expires.toUTCString()}`, 'HttpOnly', 'SameSite=Lax'];
    if (this.secure) parts.push('Secure');
    response.appendHeader('set-cookie', parts.join('; '));
  }
}
