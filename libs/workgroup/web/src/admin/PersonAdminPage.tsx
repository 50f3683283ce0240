import { useSuspenseQuery } from '@apollo/client/react';
import { NoAccessPage, NotFoundPage, useViewer } from '@sos/platform-web';
import { useParams } from 'react-router';
import { PersonAdmin } from './PersonAdmin';
import { PersonAdminQuery } from './people.queries';

export const PersonAdminPage = () => {
  const { isStaff, isAdministrator } = useViewer();
  return isStaff || isAdministrator ? (
    <Loaded />
  ) : (
    <NoAccessPage
      title="Person"
      reason="Staff and administrators look after people and roles."
      whoCan="An administrator can give you that role."
    />
  );
};

const Loaded = () => {
  const { id = '' } = useParams();
  const { data } = useSuspenseQuery(PersonAdminQuery, { variables: { id }, fetchPolicy: 'cache-and-network' });
  return data.personRecord ? (
    <PersonAdmin record={data.personRecord} />
  ) : (
    <NotFoundPage what="person" action={{ label: 'Go to people', to: '/admin/people' }} />
  );
};
