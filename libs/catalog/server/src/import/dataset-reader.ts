import { NotACatalogError } from './not-a-catalog';

/** One entry of a catalog's list of datasets. */
export interface RawDataset {
  /** From 0. */
  position: number;
  /** Any JSON value; undefined when it is larger than {@link largestDataset}. */
  value: unknown;
}

/** A single dataset beyond this many bytes is not kept in memory: it is rejected. */
export const largestDataset = 4 * 1024 * 1024;

/** What stands around the list of datasets is a few lines in a catalog. */
const largestFrame = 4 * 1024 * 1024;

const byte = {
  quote: 0x22,
  backslash: 0x5c,
  openBrace: 0x7b,
  closeBrace: 0x7d,
  openBracket: 0x5b,
  closeBracket: 0x5d,
  comma: 0x2c,
  colon: 0x3a,
};
const isBlank = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/**
 * Reads the datasets of a data.json one after the other, so that memory holds one of them however large the file is.
 * It only follows strings and brackets; each dataset, and in the end the frame around them, is then parsed as JSON.
 * @throws NotACatalogError at the first thing that shows that it is no catalog, which may be at its very end.
 */
export async function* readDatasets(chunks: AsyncIterable<Buffer>): AsyncGenerator<RawDataset> {
  const scanner = new Scanner();
  for await (const chunk of chunks) yield* scanner.take(chunk);
  yield* scanner.end();
}

class Scanner {
  private begun = false;
  private head = Buffer.alloc(0);
  private size = 0;
  private depth = 0;
  private inString = false;
  private escaped = false;
  /** The text of the string that is being read or was read last, for the names of the outermost members. */
  private lastString: Collected = new Collected(64);
  private memberName = '';
  private where: 'before' | 'inside' | 'after' = 'before';
  private position = 0;
  private readonly frame = new Collected(largestFrame);
  private dataset = new Collected(largestDataset);

  *take(received: Buffer): Generator<RawDataset> {
    let chunk = received;
    this.size += received.length;
    if (!this.begun) {
      this.head = Buffer.concat([this.head, received]);
      // Enough to tell what it is; a shorter file is looked at when it ends.
      if (this.head.length < 1024) return;
      chunk = this.begin();
    }
    yield* this.scan(chunk);
  }

  private begin(): Buffer {
    this.begun = true;
    return refuseOtherKinds(this.head);
  }

  private *scan(chunk: Buffer): Generator<RawDataset> {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const code = chunk[at]!;
      if (this.inString) {
        this.followString(code);
        continue;
      }
      if (code === byte.quote) {
        this.inString = true;
        if (this.depth === 1) this.lastString = new Collected(64);
      } else if (code === byte.openBrace || code === byte.openBracket) {
        this.depth += 1;
        if (this.where === 'before' && this.depth === 2 && code === byte.openBracket && this.memberName === 'dataset') {
          this.frame.add(chunk.subarray(from, at + 1));
          from = at + 1;
          this.where = 'inside';
        }
      } else if (code === byte.closeBrace || code === byte.closeBracket) {
        this.depth -= 1;
        if (this.where === 'inside' && this.depth === 1) {
          this.dataset.add(chunk.subarray(from, at));
          from = at;
          if (this.position > 0 || !this.dataset.isBlank) yield this.finishDataset();
          this.where = 'after';
        }
      } else if (code === byte.colon && this.depth === 1) {
        this.memberName = this.lastString.text();
      } else if (code === byte.comma && this.where === 'inside' && this.depth === 2) {
        this.dataset.add(chunk.subarray(from, at));
        from = at + 1;
        yield this.finishDataset();
      }
    }
    (this.where === 'inside' ? this.dataset : this.frame).add(chunk.subarray(from));
    if (this.frame.isTooLarge) throw new NotACatalogError('This is JSON, but it has no list of datasets.');
  }

  private followString(code: number): void {
    if (this.escaped) this.escaped = false;
    else if (code === byte.backslash) this.escaped = true;
    else if (code === byte.quote) this.inString = false;
    if (this.depth === 1 && this.inString) this.lastString.addByte(code);
  }

  private finishDataset(): RawDataset {
    const position = this.position;
    this.position += 1;
    const read = this.dataset;
    this.dataset = new Collected(largestDataset);
    if (read.isTooLarge) return { position, value: undefined };
    try {
      return { position, value: JSON.parse(read.text()) as unknown };
    } catch (error) {
      throw new NotACatalogError(
        `This is not valid JSON: entry ${position + 1} of its datasets cannot be read (${(error as Error).message}).`,
      );
    }
  }

  /** Looks at the whole when everything was read. */
  *end(): Generator<RawDataset> {
    if (!this.begun) yield* this.scan(this.begin());
    if (this.depth > 0 || this.inString) {
      throw new NotACatalogError(
        `The JSON ends in the middle, after ${this.size.toLocaleString('en-US')} bytes: the file is incomplete. Download it again.`,
      );
    }
    let frame: unknown;
    try {
      frame = JSON.parse(this.frame.text());
    } catch (error) {
      throw new NotACatalogError(`This is not valid JSON (${(error as Error).message}).`);
    }
    refuseOtherJson(frame);
  }
}

/** Pieces of a file, up to a size. */
class Collected {
  private pieces: Buffer[] = [];
  private size = 0;
  private bytes: number[] = [];

  constructor(private readonly atMost: number) {}

  add(piece: Buffer): void {
    this.size += piece.length;
    if (this.isTooLarge) this.pieces = [];
    else if (piece.length > 0) this.pieces.push(piece);
  }

  addByte(code: number): void {
    if (this.bytes.length < this.atMost) this.bytes.push(code);
  }

  get isTooLarge(): boolean {
    return this.size > this.atMost;
  }

  get isBlank(): boolean {
    return this.pieces.every((piece) => piece.every(isBlank)) && !this.isTooLarge;
  }

  text(): string {
    return Buffer.concat([...this.pieces, Buffer.from(this.bytes)]).toString('utf8');
  }
}

const startsWith = (bytes: Buffer, ...codes: number[]) => codes.every((code, place) => bytes[place] === code);

/** Lets JSON objects pass, without a byte-order mark; says of anything else what it is. */
function refuseOtherKinds(head: Buffer): Buffer {
  const start = startsWith(head, 0xef, 0xbb, 0xbf) ? head.subarray(3) : head;
  const text = start.subarray(0, 1024).toString('utf8').trimStart();
  if (text.startsWith('{')) return start;
  throw new NotACatalogError(kindOf(head, text));
}

function kindOf(head: Buffer, text: string): string {
  if (head.length === 0 || text === '') return 'The file is empty.';
  if (startsWith(head, 0x1f, 0x8b)) return 'This is a compressed file (gzip). Unpack it first.';
  if (startsWith(head, 0x50, 0x4b, 3, 4)) return 'This is a compressed file (zip). Unpack it first.';
  if (text.startsWith('%PDF')) return 'This is a PDF document, not a catalog.';
  if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff))
    return 'This text is encoded in UTF-16. Save it as UTF-8.';
  if (/^<(!doctype html|html|head|body)/i.test(text)) {
    const title = /<title[^>]*>([^<]{1,120})/i.exec(text)?.[1]?.trim();
    return `This is a web page (HTML)${title ? ` with the title “${title}”` : ''}, not a catalog. Look for the address of the data.json itself.`;
  }
  if (text.startsWith('<')) return 'This is XML, not a DCAT-US data.json.';
  if (text.startsWith('['))
    return 'This is JSON, but a bare list: a DCAT-US catalog is an object with a list called “dataset”.';
  if (/^(["\d-]|true|false|null)/.test(text)) return 'This is JSON, but a single value and no catalog.';
  if (head.includes(0)) return 'This is a binary file, not a catalog.';
  return `This is text, not JSON. It begins with “${text.slice(0, 60).replace(/\s+/g, ' ').trim()}”.`;
}

function refuseOtherJson(frame: unknown): void {
  const catalog = frame as Record<string, unknown>;
  if (Array.isArray(catalog.dataset)) return;
  if (Object.hasOwn(catalog, 'dataset')) {
    throw new NotACatalogError('This is JSON, but its “dataset” is not a list: a DCAT-US catalog has a list there.');
  }
  const said = ['message', 'error', 'error_description', 'detail', 'title', 'msg']
    .map((name) => (catalog[name] as { message?: unknown } | null)?.message ?? catalog[name])
    .find((value) => typeof value === 'string' && value.trim() !== '');
  throw new NotACatalogError(
    said
      ? `This is JSON, but no catalog: it looks like an error message and says “${String(said).slice(0, 200)}”.`
      : 'This is JSON, but no DCAT-US catalog: it has no list called “dataset”.',
  );
}
