import { type ReactNode, useState } from 'react';
import {
  AccessMark,
  Button,
  CheckboxField,
  ColorSchemeButton,
  ComboboxField,
  CoverageMark,
  DataTable,
  DateField,
  Dialog,
  DueState,
  EmptyState,
  ErrorState,
  Facts,
  HealthFlag,
  HelpWanted,
  IconButton,
  LoadingRows,
  MenuButton,
  NoAccessState,
  OfflineState,
  PageHeader,
  Pager,
  Section,
  SegmentedChoice,
  SelectField,
  SharedWith,
  ShowMore,
  SilenceMark,
  StatusRadios,
  TabLinks,
  type TableSort,
  Tally,
  TextAreaField,
  TextField,
  Timeline,
  useToast,
  type WorkStatus,
  WorkStatusMark,
  workStatuses,
} from '../src/index';
import { agencies } from './samples';
import styles from './Sheet.module.css';

const today = '2026-11-20';
const Row = ({ children }: { children: ReactNode }) => <div className={styles.row}>{children}</div>;
const swatches = [
  'bg',
  'surface',
  'sunken',
  'tint',
  'ink',
  'muted',
  'link',
  'fill',
  'control',
  'rule',
  'error',
  'accent',
];

const Fields = () => {
  const [text, setText] = useState('Call the county sheriff’s clinic');
  const [date, setDate] = useState<string | null>('2027-02-26');
  const [lead, setLead] = useState('dhcs');
  const [agency, setAgency] = useState<string | null>(null);
  const [status, setStatus] = useState<WorkStatus>('IN_PROGRESS');
  const [checked, setChecked] = useState(true);
  return (
    <>
      <div className={styles.two}>
        <TextField label="Next step" optional value={text} onChange={setText} />
        <TextField
          label="E-mail"
          value="denise"
          onChange={() => {}}
          error="Enter an address such as denise@example.ca.gov."
        />
        <DateField label="Due date" value={date} onChange={setDate} />
        <SelectField label="Lead agency" value={lead} onChange={setLead} options={agencies} />
        <ComboboxField
          label="Help wanted from"
          value={agency}
          onChange={setAgency}
          options={agencies}
          placeholder="Choose an agency"
        />
        <fieldset>
          <legend className={styles.legend}>Show</legend>
          <CheckboxField label="Shared focus items" count={5} checked={checked} onChange={setChecked} />
          <CheckboxField label="No update in 30 days" count={21} checked={false} onChange={() => {}} />
        </fieldset>
      </div>
      <StatusRadios name="sheet" value={status} onChange={setStatus} />
    </>
  );
};

const SortedTable = () => {
  const [sort, setSort] = useState<TableSort>({ column: 'agency', direction: 'ascending' });
  const rows = [
    { agency: 'Justice', status: 'BLOCKED' as const, items: 318, silent: 9 },
    { agency: 'Public Health', status: 'IN_PROGRESS' as const, items: 1204, silent: 87 },
  ];
  return (
    <DataTable
      caption="Action items of each agency"
      rows={sort.direction === 'ascending' ? rows : rows.toReversed()}
      rowKey={(row) => row.agency}
      sort={sort}
      onSort={setSort}
      columns={[
        { key: 'agency', header: 'Agency', sortable: true, cell: (row) => row.agency },
        { key: 'status', header: 'Status', narrowLabel: '', cell: (row) => <WorkStatusMark status={row.status} /> },
        {
          key: 'items',
          header: 'Items',
          number: true,
          sortable: true,
          cell: (row) => row.items.toLocaleString('en-US'),
        },
        { key: 'silent', header: 'No update', number: true, cell: (row) => row.silent },
      ]}
    />
  );
};

export const SheetScreen = () => {
  const toast = useToast();
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const [view, setView] = useState('list');
  return (
    <main className={styles.sheet}>
      <PageHeader title="Components" lede="Every part, in light and in dark." actions={<ColorSchemeButton />} />
      <Section title="Color">
        <div className={styles.swatches}>
          {swatches.map((name) => (
            <div key={name}>
              <span className={styles.swatch} style={{ background: `var(--${name})` }} />
              {name}
            </div>
          ))}
        </div>
      </Section>
      <Section title="Buttons">
        <Row>
          <Button variant="primary">Post update</Button>
          <Button variant="primary" disabled>
            Post update
          </Button>
          <Button>Export brief</Button>
          <Button disabled>Export brief</Button>
          <Button variant="subtle">Keep mine</Button>
          <Button variant="danger">Remove seat</Button>
          <Button size="s">Nudge</Button>
          <Button size="s" variant="subtle" icon="download">
            CSV
          </Button>
          <IconButton icon="bell" label="Notifications, 3 unread" dot />
          <MenuButton
            label="Move to"
            about="an item"
            items={[
              { label: 'Blocked', onSelect: () => {} },
              { label: 'Done', disabled: true },
            ]}
          />
        </Row>
      </Section>
      <Section title="Fields">
        <Fields />
      </Section>
      <Section title="Statuses">
        <Row>
          {workStatuses.map((status) => (
            <WorkStatusMark key={status} status={status} />
          ))}
        </Row>
        <Row>
          <HealthFlag health="ON_TRACK" />
          <HealthFlag health="AT_RISK" />
          <HealthFlag health="OFF_TRACK" />
          <HealthFlag health={null} />
        </Row>
        <Row>
          <DueState dueOn="2026-11-12" today={today} />
          <DueState dueOn="2026-11-24" today={today} />
          <DueState dueOn="2027-02-26" today={today} />
          <SilenceMark lastUpdateOn="2026-10-08" today={today} />
        </Row>
        <Row>
          <AccessMark level="PUBLIC" />
          <AccessMark level="RESTRICTED_PUBLIC" />
          <AccessMark level="NON_PUBLIC" />
          <HelpWanted />
          <SharedWith names={['Harm Reduction']} />
        </Row>
        <Row>
          <Tally filled={11} total={24} label="reported" />
        </Row>
        <Tally filled={31} total={152} label="reported" />
        <Row>
          <CoverageMark state="YES" />
          <CoverageMark state="PARTIAL" words="35 of 58" />
          <CoverageMark state="NO" />
        </Row>
      </Section>
      <Section title="Tabs, choices, tables">
        <TabLinks
          tabs={[
            { label: 'Focus items', to: '?t=1', count: 7, current: true },
            { label: 'Members', to: '?t=2', count: 11 },
            { label: 'Meetings', to: '?t=3' },
          ]}
        />
        <Row>
          <SegmentedChoice
            label="Show as"
            value={view}
            onChange={setView}
            options={[
              { value: 'list', label: 'List', icon: 'list' },
              { value: 'board', label: 'Board', icon: 'board' },
            ]}
          />
        </Row>
        <SortedTable />
        <ShowMore shown={25} total={52} onMore={() => {}} />
        <Pager page={1} pages={4} onPage={() => {}} />
        <Facts
          rows={[
            { label: 'Steward', value: 'Priya Raman' },
            { label: 'Updated', value: 'Oct 15, 2026' },
          ]}
        />
        <Timeline
          entries={[
            {
              date: 'Nov 18',
              icon: 'octagon',
              body: 'Two of three county jails are ready.',
              detail: 'Ana Reyes, Health Care Services',
            },
            {
              date: 'Oct 3',
              icon: 'halfDisc',
              body: 'One of three jails ready.',
              detail: 'Ana Reyes, Health Care Services',
            },
          ]}
        />
      </Section>
      <Section title="States">
        <div className={styles.stack}>
          <EmptyState
            title="Nothing is due."
            body="Items you own come here 14 days before their date."
            action={<Button size="s">See all my items</Button>}
          />
          <LoadingRows rows={1} />
          <ErrorState
            title="The timeline could not be loaded."
            body="Your draft is saved."
            reference="7F3K-20"
            onRetry={() => {}}
          />
          <OfflineState waiting={2} />
          <NoAccessState
            title="Only sub-group members see this."
            body="Denise Okafor, chair, can add you."
            action={<Button size="s">Ask to be added</Button>}
          />
        </div>
      </Section>
      <Section title="Toast and dialog">
        <Row>
          <Button
            onClick={() => toast({ message: 'Update posted', undo: () => toast({ message: 'Update taken back' }) })}
          >
            Show a toast
          </Button>
          <Button onClick={() => setOpened(true)}>Declare health</Button>
        </Row>
        <Dialog
          opened={opened}
          onClose={() => setOpened(false)}
          title="Declare the health of goal 3"
          description="Computed is off track. If you declare otherwise, say why; it lapses after 60 days."
          footer={
            <>
              <Button variant="subtle" onClick={() => setOpened(false)}>
                Cancel
              </Button>
              <Button variant="primary" onClick={() => setOpened(false)}>
                Declare health
              </Button>
            </>
          }
        >
          <TextAreaField label="Reason" value={reason} onChange={setReason} />
        </Dialog>
      </Section>
    </main>
  );
};
