import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, isAbstractType } from 'graphql';
import { possibleTypes } from './possibleTypes';

const contract = buildSchema(readFileSync(resolve(import.meta.dirname, '../../../contract/schema.graphql'), 'utf8'));

const typesInContract = Object.fromEntries(
  Object.values(contract.getTypeMap())
    .filter((type) => isAbstractType(type))
    .map((type) => [
      type.name,
      contract
        .getPossibleTypes(type)
        .map(({ name }) => name)
        .sort(),
    ]),
);

describe('possible types', () => {
  it('are those of the contract', () => {
    expect(possibleTypes).toEqual(typesInContract);
  });
});
