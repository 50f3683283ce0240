import { useState } from 'react';
import {
  Actions,
  Button,
  Columns,
  DueState,
  FormPanel,
  HelpWanted,
  Kbd,
  KeyboardHint,
  LastWord,
  Ledger,
  LedgerRow,
  MeetingDate,
  MiniList,
  MultiComboboxField,
  PageHeader,
  PanelFoot,
  Section,
  Separator,
  SharedWith,
  StatusRadios,
  SuggestWording,
  useToast,
  VisuallyHidden,
  type WorkStatus,
  WorkStatusMark,
} from '../src/index';
import { PreviewFrame } from './PreviewFrame';
import { agencies, wordingRules } from './samples';

const today = '2026-11-20';

const UpdatePanel = () => {
  const toast = useToast();
  const [status, setStatus] = useState<WorkStatus>('BLOCKED');
  const [help, setHelp] = useState(['bscc']);
  const [text, setText] = useState(
    'Two of three county jails are ready. The third will not start addicts on buprenorphine until its custody policy is signed.',
  );
  return (
    <FormPanel
      aria-label="Update: agree a standing order for buprenorphine at jail intake"
      onSubmit={(event) => {
        event.preventDefault();
        toast({ message: 'Update posted', undo: () => toast({ message: 'Update taken back' }) });
      }}
    >
      <LastWord by="Oct 3, you">One of three jails ready; the second has trained its night nurses.</LastWord>
      <StatusRadios name="status" value={status} onChange={setStatus} />
      <SuggestWording label="What changed, in a sentence" value={text} onChange={setText} suggestions={wordingRules} />
      <MultiComboboxField
        label="Help wanted from"
        hint="Its two representatives are told when you post."
        options={agencies}
        value={help}
        onChange={setHelp}
      />
      <PanelFoot end="Draft kept 9:41 AM">
        <Button type="submit" variant="primary" shortcut="Ctrl+Enter">
          Post update
        </Button>
        <Button variant="subtle">Cancel</Button>
      </PanelFoot>
    </FormPanel>
  );
};

const soon = [
  {
    title: 'Map Medi-Cal billing codes for recovery coaches in emergency departments',
    dueOn: '2026-11-24',
    date: 'Nov 24',
    status: 'IN_PROGRESS',
    groups: <span>Harm Reduction</span>,
    goal: 2,
    last: 'Last update Nov 6',
  },
  {
    title: 'Draft plain-language page on where to get naloxone, English and Spanish',
    dueOn: '2026-11-28',
    date: 'Nov 28',
    status: 'IN_PROGRESS',
    groups: <SharedWith names={[]} words="All three sub-groups" />,
    goal: 1,
    last: 'Last update Nov 13',
  },
  {
    title: 'Compare prior-authorization rules across the six largest health plans',
    dueOn: '2026-12-02',
    date: 'Dec 2',
    status: 'BLOCKED',
    groups: (
      <>
        <span>Harm Reduction</span>
        <HelpWanted agencyNames={['Managed Health Care']} />
      </>
    ),
    goal: null,
    last: null,
  },
  {
    title: 'Name a deputy for the emerging-contaminants call tree',
    dueOn: '2026-12-04',
    date: 'Dec 4',
    status: 'NOT_STARTED',
    groups: <SharedWith names={['Harm Reduction', 'Public Safety']} />,
    goal: 1,
    last: null,
  },
] as const;

export const MyWorkScreen = () => {
  const [open, setOpen] = useState(true);
  return (
    <PreviewFrame
      at="My work"
      count={6}
      identity={{ name: 'Ana Reyes', affiliation: 'Health Care Services', initials: 'AR' }}
      breadcrumbs={[{ label: 'Friday, Nov 20, 2026' }]}
    >
      <PageHeader
        title="My work"
        lede={
          <>
            <b>2 overdue</b>, 4 due by Dec 4, and 3 people waiting on you.
          </>
        }
        actions={<Button>Update all 6</Button>}
      />
      <Columns
        main={
          <>
            <Section
              title="Overdue"
              count={2}
              end={
                <KeyboardHint>
                  <Kbd>J</Kbd> <Kbd>K</Kbd> move
                  <Separator />
                  <Kbd>U</Kbd> update
                </KeyboardHint>
              }
            >
              <Ledger>
                <LedgerRow
                  current
                  margin={
                    <>
                      <DueState dueOn="2026-11-12" today={today} />
                      <span>Nov 12, 8 days</span>
                    </>
                  }
                  title="Agree a standing order for buprenorphine at jail intake"
                  titleTo="/item"
                  meta={
                    <>
                      <WorkStatusMark status="IN_PROGRESS" />
                      <SharedWith names={['Harm Reduction', 'Public Safety']} />
                      <span>Goal 3</span>
                    </>
                  }
                  action={
                    <Button size="s" aria-expanded={open} onClick={() => setOpen(!open)}>
                      {open ? 'Close' : 'Update'}
                    </Button>
                  }
                >
                  {open && <UpdatePanel />}
                </LedgerRow>
                <LedgerRow
                  margin={
                    <>
                      <DueState dueOn="2026-11-17" today={today} />
                      <span>Nov 17, 3 days</span>
                    </>
                  }
                  title="Send the list of treatment programs with same-day openings"
                  titleTo="/item"
                  meta={
                    <>
                      <WorkStatusMark status="NOT_STARTED" />
                      <span>Upstream Prevention</span>
                      <span>Goal 2</span>
                      <span>No update since Oct 9</span>
                    </>
                  }
                  action={<Button size="s">Update</Button>}
                />
              </Ledger>
            </Section>
            <Section title="Due soon" count={4} end={<a href="#all">All my items</a>}>
              <Ledger>
                {soon.map((item) => (
                  <LedgerRow
                    key={item.title}
                    margin={
                      <>
                        <DueState dueOn={item.dueOn} today={today} />
                        <span>{item.date}</span>
                      </>
                    }
                    title={item.title}
                    titleTo="/item"
                    meta={
                      <>
                        <WorkStatusMark status={item.status} />
                        {item.groups}
                        {item.goal && <span>Goal {item.goal}</span>}
                        {item.last && <span>{item.last}</span>}
                      </>
                    }
                    action={
                      <Button size="s">
                        Update<VisuallyHidden> {item.title}</VisuallyHidden>
                      </Button>
                    }
                  />
                ))}
              </Ledger>
            </Section>
          </>
        }
        aside={
          <>
            <Section title="Waiting on you" count={3}>
              <MiniList
                items={[
                  {
                    title: 'Help wanted: stock naloxone in 40 court buildings',
                    to: '/item',
                    detail: 'Denise Okafor, Judicial Council, asked Nov 16',
                    actions: (
                      <>
                        <Button size="s">Accept</Button>
                        <Button size="s" variant="subtle">
                          Hand on
                        </Button>
                      </>
                    ),
                  },
                  { title: 'Approve the Oct 22 minutes', to: '/item', detail: '4 of 9 have approved. Closes Nov 25' },
                  {
                    title: 'Question on treatment capacity data',
                    to: '/item',
                    detail: 'Linh Tran mentioned you, Nov 18',
                  },
                ]}
              />
            </Section>
            <Section title="Next meeting">
              <MeetingDate day={3} month="December" time="Thursday, 10:00 to 11:30 AM Pacific" />
              <MiniList
                ruled={false}
                items={[
                  {
                    title: 'Harm Reduction sub-group',
                    to: '/meeting',
                    detail: 'You are on the agenda for 2 items: the standing order, and help for prior authorization.',
                  },
                ]}
              />
              <Actions>
                <Button size="s">Open agenda</Button>
                <Button size="s" variant="subtle">
                  Add to calendar
                </Button>
              </Actions>
            </Section>
          </>
        }
      />
    </PreviewFrame>
  );
};
