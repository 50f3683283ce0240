import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';

export interface ToldChange {
  cursor: string | null;
  kind: string;
  subjectType: string | null;
  subjectId: string | null;
  relatedIds: string[];
  happenedAt: string | null;
  byViewer: boolean;
}

const text = `subscription ($after: String) {
  changes(after: $after) { cursor kind subjectType subjectId relatedIds happenedAt byViewer }
}`;

/** One socket with one subscription, as the web app holds it, that keeps what it is told. */
export class LiveClient {
  readonly told: ToldChange[] = [];
  /** How the socket was closed; null while it is open. */
  closing: { code: number; reason: string } | null = null;
  private readonly waiting = new Set<() => void>();
  private readonly client: Client;
  private failure: unknown = null;
  private isOpen = false;

  constructor(address: string, cookie: string | null, after: string | null = null, headers: object = {}) {
    class CookieSocket extends WebSocket {
      constructor(url: string, protocols: string | string[]) {
        super(url, protocols, { headers: { ...(cookie ? { cookie } : {}), ...headers } });
      }
    }
    this.client = createClient({
      url: `${address.replace('http', 'ws')}/graphql`,
      webSocketImpl: CookieSocket,
      retryAttempts: 0,
      on: {
        connected: () => this.change(() => (this.isOpen = true)),
        closed: (event) => {
          const { code, reason } = event as { code: number; reason: string };
          this.change(() => (this.closing = { code, reason }));
        },
      },
    });
    this.client.subscribe<{ changes: ToldChange }>(
      { query: text, variables: { after } },
      {
        next: ({ data, errors }) => this.change(() => (data ? this.told.push(data.changes) : (this.failure = errors))),
        error: (error) => this.change(() => (this.failure = error)),
        complete: () => undefined,
      },
    );
  }

  /** Resolves when the condition holds; fails when the subscription was refused or it takes too long. */
  async until(condition: (client: this) => boolean, milliseconds = 15_000): Promise<void> {
    const end = performance.now() + milliseconds;
    while (!condition(this)) {
      const left = end - performance.now();
      if (left <= 0) throw new Error(`It did not happen. Told: ${JSON.stringify(this.told)}, ${String(this.failure)}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.waiting.add(() => (clearTimeout(timer), resolve()));
      });
    }
  }

  async connected(): Promise<this> {
    await this.until(() => this.isOpen || this.closing !== null);
    if (!this.isOpen) throw new Error(`The socket was refused: ${JSON.stringify(this.closing)}`);
    return this;
  }

  close(): void {
    void this.client.dispose();
  }

  private change(work: () => void): void {
    work();
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }
}

/** The status with which an upgrade is answered: 101 when there is a socket, which is closed again at once. */
export function knockAt(address: string, headers: object): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address.replace('http', 'ws'), 'graphql-transport-ws', { headers: { ...headers } });
    socket.on('open', () => (resolve(101), socket.close()));
    socket.on('unexpected-response', (_request, { statusCode }) => (resolve(statusCode!), socket.terminate()));
    socket.on('error', reject);
  });
}
