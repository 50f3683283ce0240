import { useSuspenseQuery } from '@apollo/client/react';
import { NoAccessPage, NotFoundPage } from '@sos/platform-web';
import { useParams } from 'react-router';
import { HandOverForm } from './HandOverForm';
import { HandOverQuery } from './handOver.queries';

export const HandOverPage = () => {
  const { id = '' } = useParams();
  const { data } = useSuspenseQuery(HandOverQuery, { variables: { id }, fetchPolicy: 'network-only' });
  const seat = data.node?.__typename === 'Seat' ? data.node : null;
  if (!seat?.person || seat.state !== 'RUNNING') {
    return <NotFoundPage what="seat" action={{ label: 'Go to sub-groups', to: '/subgroups' }} />;
  }
  if (!seat.viewerMayFill) {
    return (
      <NoAccessPage
        title="Hand over a seat"
        reason="Chairs hand over the seats of their sub-group, staff and administrators all."
        whoCan="Ask the chair of the sub-group."
      />
    );
  }
  return <HandOverForm seat={{ ...seat, person: seat.person }} />;
};
