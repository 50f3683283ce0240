import { skipToken, useSuspenseQuery } from '@apollo/client/react';
import { NoAccessPage, useViewer } from '@sos/platform-web';
import { useSearchParams } from 'react-router';
import { InviteChoicesQuery } from '../admin/invitations.queries';
import { AddSeatForm } from './AddSeatForm';
import { mayFillSomeSeat, mayFillWorkgroupSeats } from './mayFillSeats';
import { SeatPersonQuery } from './seatActs.queries';
import { theWorkgroup } from './SeatPlaceFields';

export const AddSeatPage = () => {
  const viewer = useViewer();
  const [parameters] = useSearchParams();
  const { data } = useSuspenseQuery(InviteChoicesQuery);
  const personId = parameters.get('person');
  const { data: asked } = useSuspenseQuery(SeatPersonQuery, personId ? { variables: { id: personId } } : skipToken);
  const bodies = (data.workgroup?.subGroups ?? []).filter(({ viewerMayFillSeats }) => viewerMayFillSeats);
  const ofWorkgroup = mayFillWorkgroupSeats(viewer) ? theWorkgroup : undefined;
  const named = bodies.find(({ slug }) => slug === parameters.get('subgroup'))?.id;
  const body = (parameters.has('workgroup') ? ofWorkgroup : named) ?? bodies[0]?.id ?? ofWorkgroup;
  if (!mayFillSomeSeat(viewer) || body === undefined) {
    return (
      <NoAccessPage
        title="Add a seat"
        reason="Chairs add seats to their sub-group, staff and administrators to all of the workgroup."
        whoCan="Ask the chair of the sub-group."
      />
    );
  }
  return (
    <AddSeatForm
      body={body}
      bodies={bodies}
      agencies={data.agencies.edges.map(({ node }) => node)}
      person={asked?.node?.__typename === 'Person' ? asked.node : null}
    />
  );
};
