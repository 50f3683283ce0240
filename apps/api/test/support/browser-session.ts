/** A browser as far as the hub can tell one: keeps cookies, and asks GraphQL. */
export class BrowserSession {
  private readonly cookies = new Map<string, string>();

  constructor(
    private readonly address: string,
    private readonly userAgent = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) Version/18.0 Safari/605.1',
  ) {}

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  get isSignedIn(): boolean {
    return Boolean(this.cookies.get('sos_session'));
  }

  forgetCookie(name: string): void {
    this.cookies.delete(name);
  }

  setCookie(pair: string): void {
    const [name, ...value] = pair.split('=');
    this.cookies.set(name!, value.join('='));
  }

  /** Redirects are answers here: the spec follows them by hand. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(new URL(path, this.address), {
      ...init,
      redirect: 'manual',
      headers: {
        'user-agent': this.userAgent,
        ...(this.cookies.size > 0 ? { cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') } : {}),
        ...init.headers,
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const pair = line.split(';')[0]!;
      if (/expires=Thu, 01 Jan 1970|max-age=0(;|$)/i.test(line)) this.cookies.delete(pair.split('=')[0]!);
      else this.setCookie(pair);
    }
    return response;
  }

  post(path: string, body: unknown): Promise<Response> {
    return this.fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** The data of an operation; its errors are thrown. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs read what they asked for
  async query(query: string, variables: object = {}): Promise<any> {
    const response = await this.post('/graphql', { query, variables });
    const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  }
}
