import { Agent, request } from 'node:http';

/** One person's browser: one connection, kept open. Answers with any status; throws when none came. */
export class HubClient {
  constructor(port, cookie) {
    this.port = port;
    this.cookie = cookie;
    this.agent = new Agent({ keepAlive: true, maxSockets: 1 });
  }

  async graphql(query, variables = {}, limit = 20_000) {
    const answer = await this.#send('POST', '/graphql', JSON.stringify({ query, variables }), limit);
    return { ...answer, json: parsed(answer.text) };
  }

  /** The data of an operation that must succeed. */
  async data(query, variables = {}) {
    const { status, json, text } = await this.graphql(query, variables);
    if (status !== 200 || !json?.data || json.errors)
      throw new Error(`GraphQL answered ${status}: ${text.slice(0, 500)}`);
    return json.data;
  }

  get(path, limit = 20_000) {
    return this.#send('GET', path, null, limit);
  }

  post(path, body, limit = 20_000) {
    return this.#send('POST', path, JSON.stringify(body), limit);
  }

  close() {
    this.agent.destroy();
  }

  #send(method, path, body, limit) {
    const began = performance.now();
    const headers = {
      ...(this.cookie ? { cookie: this.cookie } : {}),
      ...(body === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    };
    return new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(limit);
      const sent = request({ port: this.port, host: '127.0.0.1', method, path, headers, agent: this.agent, signal });
      sent.on('error', reject);
      sent.on('response', (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('aborted', () => reject(new Error('The answer broke off.')));
        response.on('end', () =>
          resolve({
            status: response.statusCode,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
            milliseconds: performance.now() - began,
          }),
        );
      });
      sent.end(body ?? undefined);
    });
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
