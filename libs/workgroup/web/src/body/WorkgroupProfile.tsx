import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { graphql, type WorkgroupProfileFragment } from '@sos/platform-contract';
import { Button, Columns, Facts, PageHeader, Section, Separator } from '@sos/platform-ui';
import { usePage, useViewer } from '@sos/platform-web';
import { Link } from 'react-router';
import { FocusTable } from '../focus/FocusTable';
import { mayFillWorkgroupSeats } from '../seats/mayFillSeats';
import { SeatActs } from '../seats/SeatActs';
import { SeatList } from '../seats/SeatList';
import { SeatTable } from '../seats/SeatTable';
import { periodWords } from '../words/periodWords';
import { SubGroupRows } from '../sub-group/SubGroupRows';

export const WorkgroupProfileParts = graphql(`
  fragment WorkgroupProfile on Workgroup {
    id
    name
    purpose
    values
    startedOn
    endedOn
    convener {
      id
      key
      name
    }
    predecessor {
      id
      name
    }
    seats {
      viewerMayFill
      ...SeatParts @unmask
    }
    subGroups {
      id
      ...SubGroupRow
    }
    ...FocusTable
  }
`);

export const WorkgroupProfile = ({ workgroup: from }: { workgroup: FragmentType<WorkgroupProfileFragment> }) => {
  const { data: workgroup } = useSuspenseFragment({ fragment: WorkgroupProfileParts, from });
  const { name, seats, subGroups } = workgroup;
  const fillable = new Set(seats.filter(({ viewerMayFill }) => viewerMayFill).map(({ id }) => id));
  const mayAddSeats = mayFillWorkgroupSeats(useViewer()) && workgroup.endedOn === null;
  const chairs = seats.filter(({ role }) => role !== 'MEMBER');
  usePage({ title: name, breadcrumbs: [{ label: 'Workgroup' }] });
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            Workgroup
            <Separator />
            {periodWords(workgroup)}
          </>
        }
        title={name}
        lede={workgroup.purpose}
        actions={
          <>
            <Button to="/workgroup/history">History</Button>
            <Button to="/activity">Activity</Button>
          </>
        }
      />
      <Columns
        main={<FocusTable workgroup={workgroup} />}
        aside={
          <>
            <Section title="About">
              <Facts rows={factsOf(workgroup)} />
            </Section>
            <Section title="Chairs">
              {chairs.length === 0 ? <p>No chair is named.</p> : <SeatList seats={chairs} />}
            </Section>
          </>
        }
      />
      <Section title="Sub-groups" count={subGroups.length}>
        <SubGroupRows subGroups={subGroups} headingLevel={3} />
      </Section>
      <Section
        title="Members and seats"
        count={seats.length}
        end={
          mayAddSeats && (
            <Button size="s" to="/seats/new?workgroup">
              Add a seat
            </Button>
          )
        }
      >
        <SeatTable
          seats={seats}
          caption={`Seats of the ${name}`}
          acts={
            fillable.size > 0 ? (seat) => fillable.has(seat.id) && <SeatActs seat={seat} bodyName={name} /> : undefined
          }
        />
      </Section>
    </>
  );
};

const factsOf = ({
  values,
  convener,
  predecessor,
}: Pick<WorkgroupProfileFragment, 'values' | 'convener' | 'predecessor'>) => [
  ...(values ? [{ label: 'Values', value: values }] : []),
  ...(convener
    ? [{ label: 'Convened by', value: <Link to={`/directory/agencies/${convener.key}`}>{convener.name}</Link> }]
    : []),
  ...(predecessor ? [{ label: 'Before it', value: <Link to="/workgroup/history">{predecessor.name}</Link> }] : []),
];
