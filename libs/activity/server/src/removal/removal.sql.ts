import type { Row, Transaction } from '@sos/platform-server';
import type { RemovableKind, RemovablePart } from './removables';
import type { RemovedContent } from './removed-thing.entity';

/**
 * Moves the rows of a thing out of their tables, in one statement: they are gone from all of them at once.
 *
 * $1 id, $2 type, $3 label, $4 path, $5 who may restore it, $6 trail, $7 marks, $8 and $9 who removes it,
 * $10 sub-group that it is restricted to.
 */
export const takeAway = (parts: readonly RemovablePart[], columns: string): string => {
  const gone = parts.map(
    ({ table, by }, place) =>
      `part_${place} as (delete from ${table} part where part.${by} = $1::uuid returning to_jsonb(part) as row)`,
  );
  const kept = parts.map(
    ({ table }, place) =>
      `jsonb_build_object('table', '${table}', 'rows', (select coalesce(jsonb_agg(row), '[]') from part_${place}))`,
  );
  return `with ${gone.join(', ')}
    insert into removed_thing as gone (id, type_name, label, path, restorable_by, trail, marks, removed_by_id,
      removed_by_label, restricted_to_sub_group_id, content)
    select $1::uuid, $2, $3, $4, $5::text[], $6::jsonb, $7::jsonb, $8::uuid, $9, $10::uuid, jsonb_build_array(${kept.join(', ')})
    returning ${columns}`;
};

/** Puts the rows back as they were. A column that a later release added takes its default. */
export async function putBack(transaction: Transaction, kind: RemovableKind, content: RemovedContent): Promise<void> {
  for (const [place, { table, rows }] of content.entries()) {
    const part = kind.parts.find((one) => one.table === table);
    // A table that a later release took away.
    if (!part || rows.length === 0) continue;
    const mended = place === 0 && kind.mend ? [await kind.mend(transaction, rows[0]!)] : rows;
    await insertRows(transaction, part, mended);
  }
}

async function insertRows(
  transaction: Transaction,
  { table, beside }: RemovablePart,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const columns = await writableColumns(transaction, table, Object.keys(rows[0]!));
  const there = beside ? `exists (select from ${beside.table} other where other.id = row.${beside.column})` : 'true';
  await transaction.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb) row where ${there}`,
    [JSON.stringify(rows)],
  );
  if (!beside) return;
  // The other end was removed too, and brings the tie along when it comes back.
  await transaction.query(
    `update removed_thing other set content = other.content || jsonb_build_array(jsonb_build_object('table', $2::text, 'rows', jsonb_build_array(tie.row)))
     from jsonb_array_elements($1::jsonb) as tie (row)
     where other.id = (tie.row ->> $3)::uuid and other.content is not null`,
    [JSON.stringify(rows), table, beside.column],
  );
}

async function writableColumns(transaction: Transaction, table: string, known: readonly string[]): Promise<string> {
  const columns = await transaction.query<{ name: string } & Row>(
    `select column_name as name from information_schema.columns
     where table_schema = current_schema() and table_name = $1 and is_generated = 'NEVER' and column_name = any($2)`,
    [table, known],
  );
  return columns.map(({ name }) => `"${name}"`).join(', ');
}
