import { GraphqlClient } from '@sos/platform-testing';

/** GraphQL as a person of the demonstration, beside the browser: to look at what the hub holds, or to act meanwhile. */
export const hubAs = async (address: string, fullName: string): Promise<GraphqlClient> =>
  new GraphqlClient(address, await sessionCookieOf(address, fullName));

/** The cookie of a new session, as a request sends it: `name=value`. */
export async function sessionCookieOf(address: string, fullName: string): Promise<string> {
  const { demonstrationPersons } = await new GraphqlClient(address, null).query<{
    demonstrationPersons: { id: string; fullName: string }[];
  }>('{ demonstrationPersons { id fullName } }');
  const person = demonstrationPersons.find((candidate) => candidate.fullName === fullName);
  if (!person) throw new Error(`The demonstration has no ${fullName}.`);
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation ($id: ID!) { signInAsDemonstrationPerson(personId: $id) { __typename } }',
      variables: { id: person.id },
    }),
  });
  const [cookie] = response.headers.getSetCookie();
  if (!cookie) throw new Error(`${fullName} got no session: ${await response.text()}`);
  return cookie.split(';')[0]!;
}
