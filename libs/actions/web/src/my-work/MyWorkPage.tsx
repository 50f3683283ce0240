import { useSuspenseQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { Button, Columns, EmptyState, Kbd, KeyboardHint, PageHeader, Separator } from '@sos/platform-ui';
import { useHub, usePage } from '@sos/platform-web';
import { Link, Navigate } from 'react-router';
import { itemPath } from '../item/itemWords';
import { useWorkPanel } from './useWorkPanel';
import { WaitingOnYou } from './WaitingOnYou';
import { WorkSection } from './WorkSection';
import { summarizeWork } from './workSummary';

export const MyWorkQuery = graphql(`
  query MyWork {
    myWork {
      overdue {
        id
        reference
        ...WorkRow
      }
      dueSoon {
        id
        reference
        ...WorkRow
      }
      later {
        id
        reference
        ...WorkRow
      }
      waitingOnYou {
        id
        requestedBy {
          id
        }
        ...WaitingRequest
      }
    }
  }
`);

const referencesOf = (items: readonly { reference: string }[]) => items.map((item) => item.reference);

const keys = (
  <KeyboardHint>
    <Kbd>J</Kbd> <Kbd>K</Kbd> move
    <Separator />
    <Kbd>U</Kbd> update
  </KeyboardHint>
);

export const MyWorkPage = () => {
  const { today } = useHub();
  const { data } = useSuspenseQuery(MyWorkQuery, { fetchPolicy: 'cache-and-network' });
  const { overdue, dueSoon, later, waitingOnYou } = data.myWork;
  usePage({ title: 'My work' });
  const due = referencesOf([...overdue, ...dueSoon]);
  const all = [...due, ...referencesOf(later)];
  const panel = useWorkPanel(all, due, overdue[0]?.reference);

  // A link from an e-mail to an item that is done by now, or was handed on.
  if (panel.openReference && !all.includes(panel.openReference))
    return <Navigate to={`${itemPath(panel.openReference)}?update=1`} replace />;

  const waiting = new Set(waitingOnYou.map((request) => request.requestedBy.id)).size;
  const { urgent, rest } = summarizeWork({ overdue: overdue.length, dueSoon: dueSoon.length, waiting, today });
  const everything = <Link to="/items?mine=1">All my items</Link>;
  return (
    <>
      <PageHeader
        title="My work"
        lede={
          <>
            {urgent && <b>{urgent}</b>}
            {rest}
          </>
        }
        actions={due.length > 1 && <Button onClick={panel.openAll}>Update all {due.length}</Button>}
      />
      <Columns
        main={
          <>
            <WorkSection title="Overdue" items={overdue} panel={panel} end={keys} />
            <WorkSection title="Due soon" items={dueSoon} panel={panel} end={overdue.length > 0 ? everything : keys} />
            <WorkSection
              title={due.length > 0 ? 'Everything else' : 'Your open items'}
              items={later}
              panel={panel}
              end={due.length > 0 && overdue.length === 0 ? everything : undefined}
            />
            {all.length === 0 && (
              <EmptyState
                title="You have no open action items."
                body="Items that you are assigned to come here, the most urgent first."
                action={
                  <Button size="s" to="/items">
                    See all action items
                  </Button>
                }
              />
            )}
          </>
        }
        aside={<WaitingOnYou requests={waitingOnYou} />}
      />
    </>
  );
};
