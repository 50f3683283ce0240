import { describe, expect, test } from '@jest/globals';
import { readDatasets } from './dataset-reader';
import { NotACatalogError } from './not-a-catalog';

async function* inPieces(text: string | Buffer, size: number): AsyncGenerator<Buffer> {
  const whole = Buffer.from(text as string);
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
}

async function read(text: string | Buffer, size = 7): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const { value } of readDatasets(inPieces(text, size))) found.push(value);
  return found;
}

const refusal = (text: string | Buffer) =>
  read(text).then(
    () => {
      throw new Error('It was read.');
    },
    (error: unknown) => {
      expect(error).toBeInstanceOf(NotACatalogError);
      return (error as Error).message;
    },
  );

const tricky = {
  note: 'before "dataset": [1] \\" {',
  nested: { dataset: ['not these'] },
  dataset: [{ title: 'a ] } , \\" 𝒳', list: [[1], [2, '],']] }, null, 'text', 7, [], {}, { dataset: [1] }],
  after: { dataset: [3] },
};

describe('a catalog', () => {
  test.each([1, 2, 3, 64, 100_000])('is read in pieces of %i bytes as it stands', async (size) => {
    expect(await read(JSON.stringify(tricky), size)).toEqual(tricky.dataset);
    expect(await read(JSON.stringify(tricky, null, 2), size)).toEqual(tricky.dataset);
  });

  test('may be longer than what is looked at first, and begin with a byte-order mark', async () => {
    const many = { dataset: Array.from({ length: 500 }, (_, place) => ({ identifier: String(place) })) };
    expect(await read(`\uFEFF${JSON.stringify(many)}`, 1_000)).toEqual(many.dataset);
  });

  test('may be empty', async () => {
    expect(await read('{"dataset": []}')).toEqual([]);
    expect(await read('{"dataset":[\n]}')).toEqual([]);
  });

  test('a member called __proto__ is data', async () => {
    const [dataset] = await read('{"dataset":[{"__proto__":{"title":"x"}}]}');
    expect(Object.keys(dataset as object)).toEqual(['__proto__']);
  });

  test('a dataset of more than 4 MB is not kept', async () => {
    const text = JSON.stringify({ dataset: [{ title: 'x'.repeat(5_000_000) }, { title: 'y' }] });
    expect(await read(text, 65_536)).toEqual([undefined, { title: 'y' }]);
  });
});

describe('what is no catalog says what it is', () => {
  test.each([
    ['', 'empty'],
    ['  \n ', 'empty'],
    ['<!DOCTYPE html><html><head><title>Sign in</title>', 'web page (HTML) with the title “Sign in”'],
    ['<html>', 'web page'],
    ['<?xml version="1.0"?><rdf/>', 'XML'],
    ['[{"title":"x"}]', 'bare list'],
    ['"text"', 'single value'],
    ['null', 'single value'],
    ['a,b\n1,2', 'It begins with “a,b 1,2”'],
    ['{}', 'no list called “dataset”'],
    ['{"error":{"message":"Rate limit"}}', 'says “Rate limit”'],
    ['{"message":"Not Found","status":404}', 'says “Not Found”'],
    ['{"dataset":{}}', '“dataset” is not a list'],
    ['{"dataset":null}', '“dataset” is not a list'],
    ['{"dataset":[{"title":"x"},', 'ends in the middle'],
    ['{"dataset":[{"title":"x', 'ends in the middle'],
    ['{"dataset":[{"title":"x"}]', 'ends in the middle'],
    ['{"dataset":[{"title":}]}', 'entry 1 of its datasets'],
    ['{"dataset":[1,,2]}', 'entry 2 of its datasets'],
    ['{"dataset":[1,2,]}', 'entry 3 of its datasets'],
    ['{"dataset":[]} and more', 'not valid JSON'],
    ['{"dataset":[]}}', 'not valid JSON'],
    ['{"dataset":[] "x":1}', 'not valid JSON'],
    ['{oops', 'ends in the middle'],
  ])('%j', async (text, said) => {
    expect(await refusal(text)).toContain(said);
  });

  test('files of other kinds', async () => {
    expect(await refusal(Buffer.from([0x1f, 0x8b, 8, 0]))).toContain('gzip');
    expect(await refusal(Buffer.from('PK\u0003\u0004rest'))).toContain('zip');
    expect(await refusal(Buffer.from('%PDF-1.7'))).toContain('PDF');
    expect(await refusal(Buffer.from('\uFEFF{"dataset":[]}', 'utf16le'))).toContain('UTF-16');
    expect(await refusal(Buffer.from([1, 0, 2, 0, 3]))).toContain('binary');
  });
});
