import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { encodeId } from '@sos/platform-server';
import type { GraphqlClient } from '@sos/platform-testing';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isLeafType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { startTestHub, type TestHub } from './support/test-hub';

type Kind = 'query' | 'mutation';
type Operation = GraphQLField<unknown, unknown>;

const unknownUuid = '00000000-0000-4000-8000-000000000000';

/** Texts that have broken software before. NUL and lone surrogates are refused before any operation: see http.spec. */
const texts: [string, string][] = [
  ['nothing', ''],
  ['blanks', '   \t\n'],
  ['an injection', `'; drop table action_item; -- " ) or 1=1`],
  ['search operators', `& | ! <-> :* ( "unclosed ' \\ %_`],
  ['right to left', '\u202Eשלום\u202C مرحبا'],
  ['many accents on one letter', 'Z' + '\u0300'.repeat(500)],
  ['emoji', '👩‍👩‍👧‍👦🏳️‍🌈'],
  ['markup', '<img src=x onerror=alert(1)><script>alert(1)</script>'],
  ['a template', '${7*7} {{7*7}} #{7*7}'],
  ['a path', '../../../../etc/passwd'],
  ['an id that is not there', encodeId('ActionItem', unknownUuid)],
  ['an id of another type', encodeId('Goal', unknownUuid)],
  ['a hundred kilobytes', 'overdose '.repeat(11_400)],
  ['a word without end', 'x'.repeat(100_000)],
];

/** A value of the type in which every text is the hostile one, and every other part is plain. */
function valueOf(type: GraphQLInputType, text: string, depth = 0): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, text, depth);
  if (isListType(type)) return [valueOf(type.ofType, text, depth)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    if (depth > 3) return {};
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => [field.name, valueOf(field.type, text, depth + 1)]),
    );
  }
  return (
    { Int: 1, Float: 1, Boolean: true, Date: '2026-12-01', DateTime: '2026-12-01T00:00:00Z' }[
      getNamedType(type).name
    ] ?? text
  );
}

function operationOf(kind: Kind, field: Operation, text: string) {
  const variables = Object.fromEntries(field.args.map((argument) => [argument.name, valueOf(argument.type, text)]));
  // Pages are small, so that a long answer is not what is measured.
  if ('first' in variables) variables.first = 5;
  const declared = field.args.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const passed = field.args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const selection = isLeafType(getNamedType(field.type)) ? '' : ` { ${leavesOf(field)} }`;
  return { text: `${kind} (${declared}) { ${field.name}(${passed})${selection} }`, variables };
}

/** Something of the answer, so that the work is really done. */
function leavesOf(field: Operation): string {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return '__typename';
  const leaves = Object.values(type.getFields()).filter(
    (inner) => isLeafType(getNamedType(inner.type)) && inner.args.length === 0,
  );
  return ['__typename', ...leaves.map(({ name }) => name)].join(' ');
}

describe('hostile input', () => {
  let hub: TestHub;
  let client: GraphqlClient;
  let operations: [Kind, Operation][];
  beforeAll(async () => {
    hub = await startTestHub({ content: 'demonstration' });
    client = await personWithEveryRole(hub);
    const { schema } = hub.application.get(GraphQLSchemaHost);
    const all: typeof operations = [
      ...Object.values(schema.getQueryType()!.getFields()).map((field): [Kind, Operation] => ['query', field]),
      ...Object.values(schema.getMutationType()!.getFields()).map((field): [Kind, Operation] => ['mutation', field]),
    ];
    operations = all.filter(([, field]) => field.args.length > 0);
  });
  afterAll(() => hub.close());

  test.each(texts)('%s: no operation fails on our side', async (_name, text) => {
    const surprises: string[] = [];
    for (const [kind, field] of operations) {
      const { text: document, variables } = operationOf(kind, field, text);
      const answer = await client.send(document, variables);
      const unexpected = (answer.errors ?? []).filter(
        ({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR' || !extensions?.code,
      );
      if (answer.status >= 500 || unexpected.length > 0)
        surprises.push(`${field.name}: ${answer.status} ${JSON.stringify(answer.errors)}`);
    }
    expect(surprises).toEqual([]);
  });

  test('the hub still works afterwards, and its tables are there', async () => {
    const { actionItems } = await client.query<{ actionItems: { totalCount: number } }>(
      '{ actionItems { totalCount } }',
    );
    expect(actionItems.totalCount).toBeGreaterThanOrEqual(60);
  });
});

/** Staff, administrator, data steward and chair in one person: validation is reached, not only the permission before it. */
async function personWithEveryRole(hub: TestHub): Promise<GraphqlClient> {
  const [person] = await hub.database.query<{ id: string; agencyId: string }>(
    `insert into person (full_name, email, agency_id) select 'Every Role', 'every.role@example.org', id from agency where key = 'cdph'
     returning id, agency_id as "agencyId"`,
  );
  for (const role of ['staff', 'administrator']) {
    await hub.database.query(`insert into role_grant (person_id, role, starts_on) values ($1, $2, '2024-01-01')`, [
      person!.id,
      role,
    ]);
  }
  await hub.database.query(
    `insert into role_grant (person_id, role, agency_id, starts_on) values ($1, 'data_steward', $2, '2024-01-01')`,
    [person!.id, person!.agencyId],
  );
  await hub.database.query(
    `insert into seat (workgroup_id, agency_id, person_id, role, starts_on)
     select id, $2, $1, 'co_chair', '2024-01-01' from workgroup where ended_on is null`,
    [person!.id, person!.agencyId],
  );
  return hub.as(person!.id);
}
