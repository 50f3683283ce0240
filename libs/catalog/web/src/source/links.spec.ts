import { describe, expect, it } from '@jest/globals';
import { linkedParts, mailAddress, webAddress } from './links';

describe('addresses from feeds', () => {
  it('become links only when they lead to the web', () => {
    expect(webAddress('https://data.example.gov/a b')).toBe('https://data.example.gov/a%20b');
    expect(webAddress('javascript:alert(1)')).toBeNull();
    expect(webAddress('data:text/html,x')).toBeNull();
    expect(webAddress('not an address')).toBeNull();
  });

  it('become mail links only when they are one address', () => {
    expect(mailAddress('mailto:data@example.gov')).toEqual({
      href: 'mailto:data@example.gov',
      address: 'data@example.gov',
    });
    expect(mailAddress('data@example.gov?bcc=x@example.org')).toBeNull();
    expect(mailAddress(null)).toBeNull();
  });

  it('are found inside a text', () => {
    expect(linkedParts('EMSA page http://emsa.ca.gov/CEMSIS ; policy 2014')).toEqual([
      { text: 'EMSA page ', href: null },
      { text: 'http://emsa.ca.gov/CEMSIS', href: 'http://emsa.ca.gov/CEMSIS' },
      { text: ' ; policy 2014', href: null },
    ]);
  });
});
