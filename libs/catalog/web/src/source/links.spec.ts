import { describe, expect, it } from '@jest/globals';
import { linkedParts } from './links';

describe('addresses from feeds', () => {
  it('are found inside a text', () => {
    expect(linkedParts('EMSA page http://emsa.ca.gov/CEMSIS ; policy 2014')).toEqual([
      { text: 'EMSA page ', href: null },
      { text: 'http://emsa.ca.gov/CEMSIS', href: 'http://emsa.ca.gov/CEMSIS' },
      { text: ' ; policy 2014', href: null },
    ]);
  });
});
