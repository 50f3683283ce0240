import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { networkOf, networkOfAddress } from './network-of';

describe('the network of an address', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', 'unknown'],
    ['nonsense', 'unknown'],
  ])('of %s is %s', (address, network) => expect(networkOfAddress(address)).toBe(network));
});

describe('the network of a request', () => {
  const from = (remoteAddress: string, forwarded?: string) =>
    ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

  test.each([
    ['without a proxy, who connects', from('192.0.2.1', '203.0.113.9'), 0, '192.0.2.1'],
    ['behind one proxy, whom it saw', from('10.0.0.1', '203.0.113.9'), 1, '203.0.113.9'],
    ['never what the sender wrote', from('10.0.0.1', '198.51.100.1, 203.0.113.9'), 1, '203.0.113.9'],
    ['behind two, whom the first saw', from('10.0.0.1', '198.51.100.1, 203.0.113.9, 10.0.0.2'), 2, '203.0.113.9'],
    ['with too few in the header, the first', from('10.0.0.1', '203.0.113.9'), 3, '203.0.113.9'],
  ])('is %s', (_what, request, proxies, network) => expect(networkOf(request, proxies)).toBe(network));
});
