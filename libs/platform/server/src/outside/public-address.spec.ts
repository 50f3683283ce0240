import { expect, test } from '@jest/globals';
import { isPublicAddress } from './public-address';

test.each(['8.8.8.8', '198.17.0.1', '168.63.129.17', '100.63.255.255', '2606:4700::1111', '[2606:4700::1111]'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '168.63.129.16',
  '100.64.0.1',
  '100.100.100.200',
  '192.0.0.192',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::a00:1',
  'fd00:ec2::254',
  'fec0::1',
  'ff02::1',
  'fe80::1%eth0',
  '3fff::1',
  '5f00::1',
  'fe80::1',
  'fc00::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '2001::1',
  'localhost',
  '',
  '0x7f000001',
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
