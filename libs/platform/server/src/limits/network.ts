import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv4, isIPv6, type Socket } from 'node:net';

/** Networks by name, for whoever has the usual proxy. */
const named: Record<string, string[]> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  private: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/**
 * The proxies that are believed when they say whom they ask for.
 * @throws Error that names the part which is no address.
 */
export function proxyList(text: string): BlockList {
  const list = new BlockList();
  const parts = text.split(',').map((part) => part.trim());
  for (const part of parts.flatMap((name) => named[name] ?? [name])) {
    const [address = '', prefix] = part.split('/');
    const type = isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : null;
    const bits = prefix === undefined ? (type === 'ipv4' ? 32 : 128) : Number(prefix);
    if (!type || !/^\d*$/.test(prefix ?? '') || bits > (type === 'ipv4' ? 32 : 128)) throw new Error(part);
    list.addSubnet(address, bits, type);
  }
  return list;
}

/** Where a request comes from; null for this machine itself. */
export type NetworkOf = (request: IncomingMessage) => string | null;

/**
 * The network of a request: an IPv4 address, or the first 64 bits of an IPv6 one, which is what one customer gets.
 * What X-Forwarded-For says is read from its end, for as long as a trusted proxy says it: whatever stands further
 * left, anybody may have written.
 */
export function networkReader(proxies: BlockList | undefined): NetworkOf {
  const ofSocket = networkOnce();
  return ({ socket, headers }) => {
    if (!proxies) return ofSocket(socket);
    let address = plain(socket.remoteAddress ?? '');
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
    while (forwarded.length > 0 && isIn(proxies, address)) {
      const next = plain(forwarded.pop()!.trim());
      if (!isIPv4(next) && !isIPv6(next)) break;
      address = next;
    }
    return isIn(loopback, address) ? null : networkOf(address);
  };
}

/** The same of a connection, whatever is said on it; null for this machine and for a trusted proxy. */
export function socketNetworkReader(proxies: BlockList | undefined): (socket: Socket) => string | null {
  return ({ remoteAddress = '' }) => {
    const address = plain(remoteAddress);
    return isIn(loopback, address) || (proxies && isIn(proxies, address)) ? null : networkOf(address);
  };
}

const loopback = proxyList('loopback');

/** Where a connection comes from does not change, and every one of its requests asks. */
function networkOnce(): (socket: Socket) => string | null {
  const known = new WeakMap<Socket, string | null>();
  return (socket) => {
    let network = known.get(socket);
    if (network === undefined) {
      const address = plain(socket.remoteAddress ?? '');
      network = isIn(loopback, address) ? null : networkOf(address);
      known.set(socket, network);
    }
    return network;
  };
}

const isIn = (list: BlockList, address: string): boolean =>
  (isIPv4(address) && list.check(address, 'ipv4')) || (isIPv6(address) && list.check(address, 'ipv6'));

/** Without port, brackets and zone; an IPv4 address inside of an IPv6 one is that IPv4 address. */
function plain(text: string): string {
  const address = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  return address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}

function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  // The URL parser writes the shortest form, from which the eight groups can be counted.
  const [left = '', right] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const groups = left ? left.split(':') : [];
  if (right !== undefined) {
    const tail = right ? right.split(':') : [];
    groups.push(...Array.from({ length: 8 - groups.length - tail.length }, () => '0'), ...tail);
  }
  return `${groups.slice(0, 4).join(':')}::/64`;
}
