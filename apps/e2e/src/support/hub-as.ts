import { GraphqlClient } from '@sos/platform-testing';

/** GraphQL as a person of the demonstration, beside the browser: to look at what the hub holds, or to act meanwhile. */
export async function hubAs(address: string, fullName: string): Promise<GraphqlClient> {
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
  return new GraphqlClient(
    address,
    response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  );
}
