import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { dropSlowClients } from './slow-clients';

class Connection extends EventEmitter {
  destroyed = false;
  constructor(readonly network: string | null) {
    super();
  }
  setTimeout(): void {}
  destroy(): void {
    this.destroyed = true;
  }
}

test('one network has so many connections and no more, another is not held up', () => {
  const server = createServer();
  server.removeAllListeners('connection');
  dropSlowClients(server, 20, (socket) => (socket as unknown as Connection).network);
  const connect = (network: string | null) => {
    const connection = new Connection(network);
    server.emit('connection', connection as unknown as Socket);
    return connection;
  };
  const first = Array.from({ length: 1_000 }, () => connect('203.0.113.1'));
  expect(first.some(({ destroyed }) => destroyed)).toBe(false);
  expect(connect('203.0.113.1').destroyed).toBe(true);
  expect(connect('203.0.113.2').destroyed).toBe(false);
  expect(Array.from({ length: 1_100 }, () => connect(null)).some(({ destroyed }) => destroyed)).toBe(false);
  first[0]!.emit('close');
  expect(connect('203.0.113.1').destroyed).toBe(false);
  expect(connect('203.0.113.1').destroyed).toBe(true);
});
