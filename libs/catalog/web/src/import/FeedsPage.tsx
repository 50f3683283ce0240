import { useSuspenseQuery } from '@apollo/client/react';
import type { CatalogFeedsQuery } from '@sos/platform-contract';
import { Button, DataTable, EmptyState, formatDate, PageHeader } from '@sos/platform-ui';
import { NoAccessPage, usePage, useViewer } from '@sos/platform-web';
import { Link } from 'react-router';
import { FeedLimits } from './FeedLimits';
import { FeedsQuery } from './importOperations';

type Feed = CatalogFeedsQuery['catalogFeeds'][number];
const title = 'Feeds';

export const FeedsPage = () =>
  useViewer().mayImportCatalogs ? (
    <Feeds />
  ) : (
    <NoAccessPage
      title={title}
      reason="Only staff and administrators see where catalogs are imported from."
      whoCan="The hub’s administrator can give you that role."
    />
  );

const Feeds = () => {
  const { data } = useSuspenseQuery(FeedsQuery, { fetchPolicy: 'cache-and-network' });
  usePage({ title, breadcrumbs: [{ label: 'Data catalog', to: '/data' }, { label: title }] });
  const feeds = data.catalogFeeds;
  return (
    <>
      <PageHeader
        title={title}
        lede="Where the catalog’s records come from. Each is known by its feed and its identifier."
        actions={
          <Button icon="plus" to="/data/import">
            Import a catalog
          </Button>
        }
      />
      {feeds.length === 0 ? (
        <EmptyState
          icon="data"
          title="There are no feeds yet."
          body="A feed appears with its first import."
          action={<Button to="/data/import">Import a catalog</Button>}
        />
      ) : (
        <DataTable
          caption="Feeds"
          hideCaption
          rows={feeds}
          rowKey={({ key }) => key}
          columns={[
            { key: 'title', header: 'Feed', cell: feedName },
            {
              key: 'count',
              header: 'Sources',
              number: true,
              cell: (feed) => feed.dataSourceCount.toLocaleString('en-US'),
            },
            { key: 'withdrawn', header: 'Withdrawn', number: true, cell: withdrawnCount },
            { key: 'latest', header: 'Latest import', cell: latestImport },
            { key: 'limits', header: 'From its address', cell: limitsOf },
            { key: 'again', header: 'Import', hideHeader: true, end: true, cell: importAgain },
          ]}
        />
      )}
    </>
  );
};

const feedName = ({ key, title: name }: Feed) => <Link to={`/data?feed=${encodeURIComponent(key)}`}>{name}</Link>;

const withdrawnCount = ({ key, withdrawnCount: count }: Feed) =>
  count > 0 ? (
    <Link to={`/data?feed=${encodeURIComponent(key)}&withdrawn=1`}>{count.toLocaleString('en-US')}</Link>
  ) : (
    '0'
  );

const latestImport = ({ isCurated, latestImport: run }: Feed) => {
  if (!run) return isCurated ? 'Written by hand' : 'None yet';
  const words =
    run.state === 'RUNNING'
      ? 'Running'
      : `${run.state === 'FAILED' ? 'Failed' : 'Finished'} ${formatDate(run.finishedAt ?? run.startedAt)}`;
  return <Link to={`/data/import?run=${encodeURIComponent(run.id)}`}>{run.dryRun ? `${words}, trial` : words}</Link>;
};

const limitsOf = (feed: Feed) => !feed.isCurated && <FeedLimits feed={feed} limits={feed.limits} />;

const importAgain = ({ key, title: name, isCurated }: Feed) =>
  !isCurated && (
    <Button size="s" to={`/data/import?feed=${encodeURIComponent(key)}`} aria-label={`Import ${name} again`}>
      Import again
    </Button>
  );
