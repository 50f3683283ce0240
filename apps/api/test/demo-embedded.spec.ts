import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GraphqlClient } from '@sos/platform-testing';
import { startTestHub, type TestHub } from './support/test-hub';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub({ content: 'demonstration', embedded: true });
}, 60_000);
afterAll(() => hub.close());

test('on the embedded database, a chosen person comes in, sees the work, finds things, and leaves', async () => {
  const nobody = await hub.as('nobody');
  const { demonstrationPersons } = await nobody.query('{ demonstrationPersons { id fullName } }');
  const { id } = demonstrationPersons.find(({ fullName }: { fullName: string }) => fullName === 'Ana Reyes');
  const entered = await fetch(`${hub.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'mutation ($id: ID!) { signInAsDemonstrationPerson(personId: $id) { __typename } }',
      variables: { id },
    }),
  });
  const ana = new GraphqlClient(hub.address, entered.headers.get('set-cookie')!.split(';')[0]!);
  const { viewer, workgroup, subGroup, activity, search } = await ana.query(`{
    viewer { affiliation subGroupSlugs }
    workgroup { name predecessor { name } subGroups { slug focusItems { slug } } }
    subGroup(slug: "public-safety") { seats { person { fullName } agency { parent { name } } } formerSeats { endsOn } }
    activity(subGroupSlug: "public-safety") { edges { node { actor { fullName } action } } pageInfo { hasNextPage } }
    search(text: "PS-19") { totalCount hits { path } }
  }`);
  expect(viewer.affiliation).toContain('Health Care Services');
  expect(workgroup.predecessor.name).toBe('Statewide Opioid Safety Workgroup');
  expect(subGroup.seats.length).toBeGreaterThan(5);
  expect(activity.edges).toHaveLength(20);
  expect(search.hits[0].path).toBe('/items/PS-19');
  expect((await ana.query('mutation { signOut { signedOut } }')).signOut.signedOut).toBe(true);
  expect((await ana.query('{ viewer { affiliation } }')).viewer).toBeNull();
});

test('many requests at once wait for its one connection, and none is lost', async () => {
  const ana = await hub.as('ana.reyes');
  const answers = await Promise.all(Array.from({ length: 40 }, () => ana.query('{ people(first: 3) { totalCount } }')));
  expect(new Set(answers.map(({ people }) => people.totalCount)).size).toBe(1);
});
