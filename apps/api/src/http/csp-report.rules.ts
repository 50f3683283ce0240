/** What is kept of a report: enough to find the fault, and nothing of whoever met it. */
export interface Violation {
  /** Of the policy: `script-src-elem`. */
  directive: string;
  /** The origin or kind of what was refused: `https://cdn.example`, `inline`, `data`. */
  blocked: string;
  /** The part of the hub: `/data`. What follows may be an id, or what somebody searches for. */
  page: string;
  /** A file of our own with its line, or whose it was. */
  source: string | null;
}

/** The most that one message is read for. */
const mostReports = 20;

/** Reads either form of a report; null for what is none. Whatever else stands in it is left out. */
export function readReports(body: unknown, publicUrl: string): Violation[] | null {
  const own = new URL(publicUrl).host;
  if (Array.isArray(body)) {
    return body
      .slice(0, mostReports)
      .filter((report) => isRecord(report) && report.type === 'csp-violation' && isRecord(report.body))
      .map(({ body: said }: { body: Said }) =>
        violation(own, said.effectiveDirective, said.blockedURL, said.documentURL, said.sourceFile, said.lineNumber),
      );
  }
  const said = isRecord(body) ? body['csp-report'] : undefined;
  if (!isRecord(said)) return null;
  const directive = said['effective-directive'] ?? said['violated-directive'];
  return [
    violation(own, directive, said['blocked-uri'], said['document-uri'], said['source-file'], said['line-number']),
  ];
}

type Said = Record<string, unknown>;
const isRecord = (value: unknown): value is Said =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function violation(
  own: string,
  directive: unknown,
  blocked: unknown,
  page: unknown,
  source: unknown,
  line: unknown,
): Violation {
  return {
    directive: wordOf(String(directive ?? '').split(' ')[0]),
    blocked: whenceOf(blocked, own),
    page: partOf(page, own),
    source: sourceOf(source, line, own),
  };
}

/** Anybody can send a report, so its words go no further than a word's letters. */
const wordOf = (text: unknown): string => (/^[a-z-]{1,40}$/.test(String(text)) ? String(text) : 'unknown');

function whenceOf(text: unknown, own: string): string {
  const url = typeof text === 'string' && text.length <= 2_000 && URL.canParse(text) ? new URL(text) : null;
  if (!url) return wordOf(text);
  if (!/^(https?|wss?):$/.test(url.protocol)) return wordOf(url.protocol.slice(0, -1));
  return url.host === own ? 'self' : `${url.protocol}//${url.host}`.slice(0, 200);
}

function partOf(text: unknown, own: string): string {
  const url = typeof text === 'string' && URL.canParse(text) ? new URL(text) : null;
  return url?.host === own ? (/^\/[a-z-]{0,40}(?=\/|$)/.exec(url.pathname)?.[0] ?? 'unknown') : 'elsewhere';
}

function sourceOf(text: unknown, line: unknown, own: string): string | null {
  if (typeof text !== 'string' || text === '') return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const file = url?.host === own ? /^\/assets\/[\w.-]{1,100}$/.exec(url.pathname)?.[0] : undefined;
  if (file) return Number.isInteger(line) ? `${file}:${String(line)}` : file;
  return whenceOf(text, own);
}
