import { parse, type DocumentNode } from 'graphql';
import type { RefusedRequest } from '../http/refused-request';
import { documentLimits, measureDocument, nestedPages, rowsOf, type DocumentMeasure } from './document-limits';

/** Tokens of one document; the parser stops there. Our own largest operation has 450. */
export const mostTokens = 1_000;

type Judgement = { refusal: RefusedRequest } | { pages: ReturnType<typeof nestedPages> };

const words: Record<keyof DocumentMeasure, string> = {
  depth: 'asks for fields more than {} levels deep',
  aliases: 'has more than {} aliases',
  directives: 'has more than {} directives',
  cost: `costs more than ${documentLimits.cost.toLocaleString('en-US')}`,
  repeats: 'asks for the same field of one object more than {} times',
};

/** Several times what the web app has; longer documents than its longest are judged each time. */
const mostRemembered = { documents: 500, characters: 8_000 };

/**
 * Refuses documents that are too large to be worth validating, before the validator sees them: its time grows with the
 * square of some of them. What was judged once is remembered, so that a known operation costs a look-up.
 */
export class DocumentGuard {
  private readonly judgements = new Map<string, Judgement>();

  /** @param body Of a GraphQL request, or the parameters of a GET. */
  refusalOf(body: unknown): RefusedRequest | null {
    const { query, variables } = (body ?? {}) as { query?: unknown; variables?: unknown };
    if (typeof query !== 'string') return null;
    const judgement = this.judge(query);
    if ('refusal' in judgement) return judgement.refusal;
    if (!judgement.pages) return null;
    return rowsOf(judgement.pages, isRecord(variables) ? variables : {}) > documentLimits.rows ? tooManyRows : null;
  }

  private judge(query: string): Judgement {
    const known = this.judgements.get(query);
    if (known) return known;
    const judgement = judgementOf(query);
    if (query.length > mostRemembered.characters) return judgement;
    if (this.judgements.size >= mostRemembered.documents) this.judgements.delete(this.judgements.keys().next().value!);
    this.judgements.set(query, judgement);
    return judgement;
  }
}

function judgementOf(query: string): Judgement {
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: mostTokens, noLocation: true });
  } catch {
    // Apollo Server says where and why.
    return { pages: null };
  }
  const measure = measureDocument(document);
  for (const [name, found] of Object.entries(measure) as [keyof DocumentMeasure, number][]) {
    const limit = documentLimits[name];
    if (found > limit) return { refusal: refusalFor(words[name].replace('{}', String(limit))) };
  }
  return { pages: nestedPages(document) };
}

const refusalFor = (what: string): RefusedRequest => ({
  status: 400,
  message: `The operation ${what}. Ask for less at once, in several operations.`,
  code: 'GRAPHQL_VALIDATION_FAILED',
});

const tooManyRows = refusalFor(
  `asks for lists inside of lists with more than ${documentLimits.rows.toLocaleString('en-US')} rows`,
);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
