import { Button, NoAccessState, PageHeader } from '@sos/platform-ui';
import { usePage } from '../page/usePage';

type NoAccessPageProps = {
  title: string;
  /** "Only staff and data stewards add data sources." */
  reason: string;
  /** "The hub's administrator can add you." */
  whoCan: string;
};

export const NoAccessPage = ({ title, reason, whoCan }: NoAccessPageProps) => {
  usePage({ title });
  return (
    <>
      <PageHeader title={title} />
      <NoAccessState title={reason} body={whoCan} action={<Button to="/help">Help and contact</Button>} />
    </>
  );
};
