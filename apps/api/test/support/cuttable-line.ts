import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

/** A line to PostgreSQL that a spec can cut, hold and mend, as a network or a restarting server would. */
export class CuttableLine {
  private readonly sockets = new Set<Socket>();
  private server: Server | null = null;
  private port = 0;
  private target: { host: string; port: number };

  /** @returns the address of the same database through this line. */
  readonly route = async (url: string): Promise<string> => {
    const address = new URL(url);
    this.target = { host: address.hostname, port: Number(address.port) };
    await this.mend();
    address.hostname = '127.0.0.1';
    address.port = String(this.port);
    return address.toString();
  };

  /** Open connections break, new ones are refused. */
  async cut(): Promise<void> {
    const { server } = this;
    this.server = null;
    const closed = new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Connections stay, and nothing more comes through: what a frozen machine looks like. */
  hold(): void {
    for (const socket of this.sockets) socket.pause();
  }

  async mend(): Promise<void> {
    const server = createServer((near) => {
      const far = connect(this.target);
      this.join(near, far);
      this.join(far, near);
    });
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  private join(from: Socket, to: Socket): void {
    this.sockets.add(from);
    from.pipe(to);
    from.on('error', () => undefined);
    from.on('close', () => {
      this.sockets.delete(from);
      to.destroy();
    });
  }
}
