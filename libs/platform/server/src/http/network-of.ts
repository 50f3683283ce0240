import type { IncomingMessage } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';

/**
 * The network that a request comes from, for limits: an IPv4 address, or the first half of an IPv6 address, within which
 * a household or office chooses freely.
 * @param trustedProxies How many proxies of ours stand before the hub. Each of them adds the address that it saw to
 * `X-Forwarded-For`; what stands further left was written by whoever sent the request.
 */
export function networkOf(
  { socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
  trustedProxies: number,
): string {
  const seen = [...[headers['x-forwarded-for'] ?? []].flat().join(',').split(','), socket.remoteAddress ?? ''];
  const place = Math.max(0, seen.length - 1 - trustedProxies);
  return networkOfAddress(seen[place]!.trim());
}

/** `2001:db8:1:2:3:4:5:6` is in `2001:db8:1:2::/64`. */
export function networkOfAddress(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped && isIPv4(mapped)) return mapped;
  if (!isIPv6(address)) return isIPv4(address) ? address : 'unknown';
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const groups = head ? head.split(':') : [];
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail ? tail.split(':').length : 0);
  const all = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ? tail.split(':') : [])];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
