export type ExplorerAnswer = {
  /** What is wrong with the variables, before anything is sent. */
  problem?: string;
  /** One sentence on how it went. */
  standing: string;
  text: string;
};

const variablesOf = (text: string): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(text.trim() || '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
};

/** Sends an operation as it is written. The header says that it comes from the explorer: see docs/adr/0017. */
export const runOperation = async (query: string, variablesText: string): Promise<ExplorerAnswer> => {
  const variables = variablesOf(variablesText);
  if (!variables) {
    const problem = 'The variables are no JSON object. Write something like {"reference": "PS-19"}.';
    return { problem, standing: 'Nothing was sent.', text: '' };
  }
  const began = performance.now();
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', 'apollo-require-preflight': '1', 'sos-explorer': '1' },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { errors?: unknown[] };
    const milliseconds = Math.round(performance.now() - began);
    const outcome = body.errors ? 'It answered with errors' : 'It answered';
    return {
      standing: `${outcome}, HTTP ${response.status}, in ${milliseconds} ms.`,
      text: JSON.stringify(body, null, 2),
    };
  } catch {
    return { standing: 'The hub could not be reached. Check the network, then run it again.', text: '' };
  }
};
