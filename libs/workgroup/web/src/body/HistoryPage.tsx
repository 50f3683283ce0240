import { useSuspenseQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { PageHeader } from '@sos/platform-ui';
import { NotFoundPage, usePage } from '@sos/platform-web';
import { BodyEntry } from './BodyEntry';

export const HistoryQuery = graphql(`
  query WorkgroupHistory {
    workgroup {
      id
      ...BodyEntry
      predecessor {
        id
        ...BodyEntry
      }
    }
  }
`);

export const HistoryPage = () => {
  const { data } = useSuspenseQuery(HistoryQuery);
  return data.workgroup ? <History bodies={[data.workgroup, data.workgroup.predecessor]} /> : <NotFoundPage />;
};

type Body = Parameters<typeof BodyEntry>[0]['body'] & { id: string };

const History = ({ bodies }: { bodies: readonly (Body | null)[] }) => {
  usePage({ title: 'History', breadcrumbs: [{ label: 'Workgroup', to: '/workgroup' }, { label: 'History' }] });
  return (
    <>
      <PageHeader
        title="History"
        lede="The workgroup’s name, goals and parts changed over time. Each has a start, and an end once it was followed by another."
      />
      <ol>{bodies.map((body) => body && <BodyEntry key={body.id} body={body} />)}</ol>
    </>
  );
};
