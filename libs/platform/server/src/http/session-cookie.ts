import type { Request, Response } from 'express';

const cookieName = (secure: boolean) => (secure ? '__Host-sos_session' : 'sos_session');

/** The browser's side of a session: a cookie that scripts cannot read. */
export class SessionCookie {
  private readonly secure: boolean;

  constructor(publicUrl: string) {
    this.secure = publicUrl.startsWith('https:');
  }

  read(request: Request): string | null {
    const name = cookieName(this.secure);
    for (const part of (request.headers.cookie ?? '').split(';')) {
      const [key, value] = part.trim().split('=');
      if (key === name && value) return value;
    }
    return null;
  }

  write(response: Response, token: string, expiresAt: Date): void {
    response.cookie(cookieName(this.secure), token, { ...this.options, expires: expiresAt });
  }

  clear(response: Response): void {
    response.clearCookie(cookieName(this.secure), this.options);
  }

  private get options() {
    return { httpOnly: true, sameSite: 'lax', secure: this.secure, path: '/' } as const;
  }
}
