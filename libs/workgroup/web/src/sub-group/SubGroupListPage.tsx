import { useSuspenseQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { Button, countOf, EmptyState, PageHeader } from '@sos/platform-ui';
import { usePage } from '@sos/platform-web';
import { SubGroupRows } from './SubGroupRows';

export const SubGroupListQuery = graphql(`
  query SubGroupList {
    workgroup {
      id
      focusItems {
        id
        isShared
      }
      subGroups {
        id
        ...SubGroupRow
      }
    }
  }
`);

export const SubGroupListPage = () => {
  const { data } = useSuspenseQuery(SubGroupListQuery, { fetchPolicy: 'cache-and-network' });
  usePage({ title: 'Sub-groups', breadcrumbs: [{ label: 'Workgroup', to: '/workgroup' }, { label: 'Sub-groups' }] });
  const { subGroups, focusItems } = data.workgroup ?? { subGroups: [], focusItems: [] };
  const shared = focusItems.filter(({ isShared }) => isShared).length;
  return (
    <>
      <PageHeader
        title="Sub-groups"
        lede={
          <>
            {countOf(subGroups.length, 'sub-group carries', 'sub-groups carry')} the workgroup’s{' '}
            <b>{countOf(focusItems.length, 'focus item')}</b>. {shared} of them are shared.
          </>
        }
        actions={
          <>
            <Button to="/workgroup/history">History</Button>
            <Button to="/workgroup">The whole workgroup</Button>
          </>
        }
      />
      {subGroups.length === 0 ? (
        <EmptyState icon="subGroups" title="The workgroup has no sub-groups." />
      ) : (
        <SubGroupRows subGroups={subGroups} />
      )}
    </>
  );
};
