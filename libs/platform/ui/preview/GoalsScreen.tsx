import {
  Button,
  CellRow,
  CodedTitle,
  DataTable,
  GoalBlock,
  type Health,
  HealthFlag,
  HelpWanted,
  NoteLine,
  PageHeader,
  SilenceMark,
  Sparkline,
  StatStrip,
  Tally,
  VisuallyHidden,
} from '../src/index';
import { PreviewFrame } from './PreviewFrame';

const today = '2026-11-20';
const line = (values: number[], provisional = 2) =>
  values.map((value, place) => ({ value, provisional: place >= values.length - provisional }));

type Objective = {
  code: string;
  title: string;
  health: Health;
  reported: [number, number];
  help: number;
  last: string;
  silent?: boolean;
};

const Objectives = ({ goal, rows }: { goal: number; rows: Objective[] }) => (
  <DataTable
    compact
    caption={`Objectives of goal ${goal}`}
    hideCaption
    rows={rows}
    rowKey={(row) => row.code}
    columns={[
      {
        key: 'title',
        header: 'Objective',
        width: '41%',
        cell: (row) => (
          <CodedTitle code={row.code}>
            <a href="#objective">{row.title}</a>
          </CodedTitle>
        ),
      },
      { key: 'health', header: 'Computed', narrowLabel: '', cell: (row) => <HealthFlag health={row.health} /> },
      {
        key: 'reported',
        header: 'Reported',
        cell: (row) => (
          <>
            <b>{row.reported[0]}</b> of {row.reported[1]}
          </>
        ),
      },
      {
        key: 'help',
        header: 'Help wanted',
        narrowLabel: '',
        cell: (row) => row.help > 0 && <HelpWanted count={row.help} compact />,
      },
      {
        key: 'last',
        header: 'Last update',
        narrowLabel: (row) => (row.silent ? '' : 'Last update'),
        cell: (row) => (row.silent ? <SilenceMark lastUpdateOn={row.last} today={today} /> : 'Nov 18'),
      },
      {
        key: 'act',
        header: 'Act',
        hideHeader: true,
        end: true,
        cell: (row) =>
          row.silent && (
            <Button size="s">
              Nudge<VisuallyHidden> owners of objective {row.code}</VisuallyHidden>
            </Button>
          ),
      },
    ]}
  />
);

export const GoalsScreen = () => (
  <PreviewFrame
    at="Goals"
    count={2}
    admin
    identity={{ name: 'Jordan Whitfield', affiliation: 'Chair, Public Health', initials: 'JW' }}
    breadcrumbs={[{ label: 'Workgroup', to: '/' }, { label: 'Goals' }]}
  >
    <PageHeader
      title="Goals"
      lede={
        <>
          <b>Goal 3 is off track</b>, and goal 1 has had no declared health since Aug 27. <b>31 of 52</b> items reported
          in the last 30 days.
        </>
      }
      actions={
        <>
          <Button>Export brief</Button>
          <Button variant="primary">Prepare Dec 10 meeting</Button>
        </>
      }
    />
    <StatStrip
      title="Since the last meeting"
      detail={
        <>
          Oct 22, 2026. <a href="#all">See all 27</a>
        </>
      }
      stats={[
        {
          value: 9,
          label: (
            <>
              items done,
              <br />2 ahead of time
            </>
          ),
        },
        {
          value: 5,
          label: (
            <>
              newly blocked,
              <br />3 ask for help
            </>
          ),
        },
        {
          value: 1,
          label: (
            <>
              goal changed:
              <br />
              3, to off track
            </>
          ),
        },
        {
          value: 3,
          label: (
            <>
              of 4 decisions
              <br />
              carried out
            </>
          ),
        },
      ]}
    />
    <GoalBlock number={3} statement="Fewer fatal overdoses in California" to="/goals" end={<HelpWanted count={3} />}>
      <CellRow
        cells={[
          { label: 'Declared', value: <HealthFlag health="AT_RISK" />, note: 'You, Sep 24' },
          { label: 'Computed', value: <HealthFlag health="OFF_TRACK" />, note: '2 of 3 indicators miss their pace' },
          {
            label: 'Reported in 30 days',
            figure: (
              <>
                11 of 24 <small>items</small>
              </>
            ),
            value: <Tally filled={11} total={24} label="reported" />,
            note: '13 with no update',
          },
          {
            label: 'Deaths per 100,000, 12 months',
            value: (
              <Sparkline
                label="Deaths per 100,000 rose, then fell slowly; they are above the target"
                points={line([24, 25.5, 27, 28, 27.5, 28.4, 27, 26.2, 25.8, 25.6, 25.7, 25.2])}
                target={20}
              />
            ),
            note: (
              <>
                <b>25.6</b> final, Mar 2026. Target <b>20.0</b>
              </>
            ),
          },
        ]}
      />
      <NoteLine
        actions={
          <>
            <Button size="s">Declare again</Button>
            <Button size="s">Nudge 8 owners</Button>
          </>
        }
      >
        Declared and computed have differed since Oct 30.
      </NoteLine>
      <Objectives
        goal={3}
        rows={[
          {
            code: '3.3',
            title: 'Naloxone at hand in every public school and campus',
            health: 'OFF_TRACK',
            reported: [0, 7],
            help: 0,
            last: '2026-10-08',
            silent: true,
          },
          {
            code: '3.1',
            title: 'Treatment with medication started within a day, in 30 counties',
            health: 'OFF_TRACK',
            reported: [5, 8],
            help: 2,
            last: '2026-11-18',
          },
          {
            code: '3.2',
            title: 'Fewer deaths in the 30 days after release from custody',
            health: 'AT_RISK',
            reported: [6, 9],
            help: 1,
            last: '2026-11-20',
          },
        ]}
      />
    </GoalBlock>
    <GoalBlock
      number={1}
      statement="Better coordination and information sharing between state partners"
      to="/goals"
      end={<HelpWanted count={1} />}
    >
      <CellRow
        cells={[
          { label: 'Declared', value: <HealthFlag health={null} />, note: 'No word since Aug 27' },
          { label: 'Computed', value: <HealthFlag health="AT_RISK" />, note: '1 of 2 indicators behind' },
          {
            label: 'Reported in 30 days',
            figure: (
              <>
                9 of 16 <small>items</small>
              </>
            ),
            value: <Tally filled={9} total={16} label="reported" />,
            note: '7 with no update',
          },
          {
            label: 'Agencies sharing data',
            value: (
              <Sparkline
                label="Agencies sharing data grew from 6 to 14"
                points={line([6, 8, 9, 9, 11, 12, 13, 13, 13.5, 13.5, 14, 14], 0)}
                target={20}
              />
            ),
            note: (
              <>
                <b>14</b> in Oct 2026. Target <b>20</b>
              </>
            ),
          },
        ]}
      />
      <NoteLine
        actions={
          <>
            <Button size="s">Declare health</Button>
            <Button size="s">Nudge 5 owners</Button>
          </>
        }
      >
        <SilenceMark what="declared health" lastUpdateOn="2026-08-27" today={today} />
      </NoteLine>
    </GoalBlock>
  </PreviewFrame>
);
