import { useSuspenseQuery } from '@apollo/client/react';
import { Button, EmptyState, PageHeader } from '@sos/platform-ui';
import { usePage } from '@sos/platform-web';
import { InvitationTable } from './InvitationTable';
import { InvitationsQuery } from './invitations.queries';

export const InvitationsPage = () => {
  usePage({ title: 'Invitations' });
  const { data } = useSuspenseQuery(InvitationsQuery, { fetchPolicy: 'cache-and-network' });
  const invitations = data.invitations.edges.map(({ node }) => node);
  return (
    <>
      <PageHeader
        title="Invitations"
        lede="Who was asked to take part, by you or by others of the bodies that you lead."
        actions={
          <Button variant="primary" to="/admin/invite">
            Invite somebody
          </Button>
        }
      />
      {invitations.length === 0 ? (
        <EmptyState icon="person" title="No invitations." body="Whoever you invite stands here until they accept." />
      ) : (
        <InvitationTable invitations={invitations} />
      )}
    </>
  );
};
