import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { networkReader, proxyList } from './network';

const from = (proxies: string | null, remoteAddress: string, forwarded?: string) =>
  networkReader(proxies === null ? undefined : proxyList(proxies))({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  } as unknown as IncomingMessage);

describe('the network of a request', () => {
  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['127.0.0.1', null],
    ['::1', null],
    ['::ffff:127.0.0.1', null],
  ])('%s is %s', (address, network) => expect(from(null, address)).toBe(network));

  test('nobody is believed by default', () => {
    expect(from(null, '203.0.113.9', '198.51.100.1')).toBe('203.0.113.9');
    expect(from(null, '127.0.0.1', '198.51.100.1')).toBeNull();
  });

  test.each<[string, string, string, string | null]>([
    ['loopback', '127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['loopback', '127.0.0.1', '6.6.6.6, 198.51.100.1', '198.51.100.1'],
    ['loopback, 198.51.100.0/24', '127.0.0.1', '6.6.6.6, 203.0.113.9, 198.51.100.1', '203.0.113.9'],
    ['private', '::ffff:172.17.0.2', '[2001:db8:1:2::9]:4711', '2001:db8:1:2::/64'],
    ['private', '172.17.0.2', '203.0.113.9:4711', '203.0.113.9'],
    ['private', '172.17.0.2', 'unknown', '172.17.0.2'],
    ['private', '172.17.0.2', '', '172.17.0.2'],
    ['10.0.0.1', '10.0.0.2', '198.51.100.1', '10.0.0.2'],
    ['2001:db8::/32', '2001:db8::1', '203.0.113.9', '203.0.113.9'],
  ])('with the proxies %s, %s that says "%s" is %s', (proxies, address, forwarded, network) => {
    expect(from(proxies, address, forwarded)).toBe(network);
  });

  test.each(['', 'x', '10.0.0.0/33', '10.0.0.0/x', '::1/129', 'loopback,,'])('%j is no list of proxies', (text) => {
    expect(() => proxyList(text)).toThrow();
  });
});
