import { useSuspenseQuery } from '@apollo/client/react';
import { countOf, DataTable, EmptyState, formatDate, Icon, listOf, type TableColumn, Timeline } from '@sos/platform-ui';
import type { AsOfQuery as Answer } from '@sos/platform-contract';
import { useHub } from '@sos/platform-web';
import { useEffect, useRef } from 'react';
import { dayWords } from '../feed/dayWords';
import { feedIcon } from '../feed/feedIcon';
import { AsOfQuery } from './asOf.query';
import styles from './AsOf.module.css';

type Record = NonNullable<Answer['asOf']>;
type Field = Record['fields'][number];

export const AsOfRecord = ({ id, date }: { id: string; date: string }) => {
  const { today } = useHub();
  const { data } = useSuspenseQuery(AsOfQuery, { variables: { id, date }, fetchPolicy: 'cache-and-network' });
  const top = useRef<HTMLDivElement>(null);
  // Who follows a link to a date wants to see it; who chose the date is here already.
  useEffect(() => top.current?.scrollIntoView?.({ block: 'nearest' }), []);
  const record = data.asOf;
  return (
    <div ref={top} className={styles.record}>
      {record?.existed ? <Existed record={record} today={today} /> : <NotThere record={record} date={date} />}
    </div>
  );
};

const NotThere = ({ record, date }: { record: Record | null | undefined; date: string }) => {
  const day = formatDate(date);
  if (!record || record.since > date)
    return (
      <EmptyState
        icon="clock"
        title={`There was nothing to see here on ${day}.`}
        body={record && `It begins on ${formatDate(record.since)}. Choose that day or a later one.`}
      />
    );
  return <EmptyState icon="clock" title={`It was removed on ${day}, and restored later.`} />;
};

const Existed = ({ record, today }: { record: Record; today: string }) => {
  const shown = record.fields.filter(({ then, now }) => then.length > 0 || now.length > 0);
  const changed = shown.filter(({ isChanged }) => isChanged).length;
  const day = formatDate(record.date);
  return (
    <>
      <h3 className={styles.title}>As of {day}</h3>
      <p role="status" className={styles.finding}>
        {changed === 0 ? 'Nothing was different from today.' : `${countOf(changed, 'field')} differed from today.`}
      </p>
      <DataTable
        caption={`What it was on ${day}, beside today`}
        hideCaption
        columns={columnsOf(day)}
        rows={shown}
        rowKey={({ name }) => name}
      />
      {record.changes.length > 0 && (
        <>
          <h3 className={styles.title}>Changes since</h3>
          <Timeline
            label={`Changes since ${day}, newest first`}
            entries={record.changes.map((change, place) => ({
              key: String(place),
              date: dayWords(change.occurredAt, today),
              icon: feedIcon({ action: change.action, subjectType: '' }),
              body: (
                <>
                  <b>{change.actorLabel}</b> {change.action} it
                  {change.fields.length > 0 && `: ${listOf(change.fields.map((field) => field.toLowerCase()))}`}
                </>
              ),
              detail: change.detail && <>“{change.detail}”</>,
            }))}
          />
        </>
      )}
    </>
  );
};

const columnsOf = (day: string): TableColumn<Field>[] => [
  {
    key: 'label',
    header: 'Field',
    cell: ({ label, isChanged }) => (
      <span className={styles.label}>
        {label}
        {isChanged && (
          <span className={styles.changed}>
            <Icon name="pencil" /> Changed since
          </span>
        )}
      </span>
    ),
    width: '28%',
  },
  { key: 'then', header: day, cell: (field) => valueOf(field, field.then) },
  {
    key: 'now',
    header: 'Today',
    cell: (field) => (field.isChanged ? valueOf(field, field.now) : <span className={styles.same}>The same</span>),
  },
];

const valueOf = ({ kind }: Field, values: readonly string[]) => {
  if (values.length === 0) return <span className={styles.same}>None</span>;
  const words = kind === 'DATE' ? values.map(formatDate) : values;
  return <span className={styles.value}>{words.join(kind === 'LIST' ? '\n' : ' ')}</span>;
};
