/** What a GraphQL request over HTTP answered. */
export interface GraphqlAnswer<T> {
  status: number;
  data: T;
  errors?: { message: string; path?: (string | number)[]; extensions?: { code?: string; reference?: string } }[];
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- specs read what they asked for
type Anything = any;

/** Talks to a running hub as one person, through the same door as the web app. */
export class GraphqlClient {
  constructor(
    private readonly address: string,
    private readonly cookie: string | null,
  ) {}

  async send<T = Anything>(query: string, variables: object = {}): Promise<GraphqlAnswer<T>> {
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(this.cookie ? { cookie: this.cookie } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as Omit<GraphqlAnswer<T>, 'status'>;
    return { ...answer, status: response.status };
  }

  /** The data of an operation that is expected to succeed. */
  async query<T = Anything>(query: string, variables: object = {}): Promise<T> {
    const answer = await this.send<T>(query, variables);
    if (answer.errors) throw new Error(`GraphQL answered ${answer.status}: ${JSON.stringify(answer.errors)}`);
    return answer.data;
  }
}
