import { graphql, type ObjectiveRowFragment } from '@sos/platform-contract';
import { CodedTitle, DataTable, HealthFlag, HelpWanted, SilenceMark, type TableColumn } from '@sos/platform-ui';
import { useHub } from '@sos/platform-web';
import { Link } from 'react-router';
import { objectivesByAttention } from '../health/attention';
import { computedAbsent, dayWithin, isSilent } from '../health/standing';

export const ObjectiveRow = graphql(`
  fragment ObjectiveRow on Objective {
    id
    key
    position
    ...ObjectiveHealthParts @unmask
  }
`);

type Row = ObjectiveRowFragment;

const columnsOn = (today: string): TableColumn<Row>[] => [
  {
    key: 'statement',
    header: 'Objective',
    width: '44%',
    cell: ({ key, statement }) => (
      <CodedTitle code={key}>
        <Link to={`/objectives/${key}`}>{statement}</Link>
      </CodedTitle>
    ),
  },
  {
    key: 'computed',
    header: 'Computed',
    narrowLabel: '',
    cell: ({ computedHealth, reporting }) => (
      <HealthFlag health={computedHealth.health} absent={computedAbsent(reporting)} />
    ),
  },
  {
    key: 'reported',
    header: 'Reported',
    cell: ({ reporting }) => (
      <>
        <b>{reporting.reported}</b> of {reporting.total}
      </>
    ),
  },
  {
    key: 'help',
    header: 'Help wanted',
    narrowLabel: '',
    cell: ({ openHelpRequestCount: count }) => count > 0 && <HelpWanted count={count} compact />,
  },
  {
    key: 'update',
    header: 'Last update',
    narrowLabel: (row) => (isSilent(row, today) || !row.lastUpdateOn ? '' : 'Last update'),
    cell: (row) =>
      isSilent(row, today) ? (
        <SilenceMark lastUpdateOn={row.lastUpdateOn} today={today} />
      ) : (
        row.lastUpdateOn && dayWithin(row.lastUpdateOn, today)
      ),
  },
];

type ObjectiveTableProps = { goalNumber: number; objectives: readonly Row[] };

export const ObjectiveTable = ({ goalNumber, objectives }: ObjectiveTableProps) => {
  const { today } = useHub();
  return (
    <DataTable
      compact
      caption={`Objectives of goal ${goalNumber}`}
      hideCaption
      rows={objectivesByAttention(objectives, today)}
      rowKey={({ id }) => id}
      columns={columnsOn(today)}
    />
  );
};
