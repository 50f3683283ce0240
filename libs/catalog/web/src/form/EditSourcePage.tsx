import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment, useSuspenseQuery } from '@apollo/client/react';
import { type EditedSourceFragment, graphql } from '@sos/platform-contract';
import { PageHeader } from '@sos/platform-ui';
import { NoAccessPage, NotFoundPage, usePage } from '@sos/platform-web';
import { useState } from 'react';
import { useParams } from 'react-router';
import { sourcePath } from '../words';
import { EditedSourceParts } from './EditedSourceParts';
import { SourceForm } from './SourceForm';
import { valuesOf } from './sourceValues';
import { useEditSource } from './useEditSource';

export const EditSourceQuery = graphql(`
  query EditSource($slug: String!) {
    dataSource(slug: $slug) {
      id
      viewerMayEdit
      feed {
        key
        title
        isCurated
      }
      stewardAgency {
        id
        shortName
      }
      ...EditedSource
    }
  }
`);

export const EditSourcePage = () => {
  const { slug = '' } = useParams();
  // The form begins from what is saved now, not from what an earlier page read.
  const { data } = useSuspenseQuery(EditSourceQuery, { variables: { slug }, fetchPolicy: 'network-only' });
  const source = data.dataSource;
  if (!source) return <NotFoundPage what="data source" action={{ label: 'Search the data catalog', to: '/data' }} />;
  return source.viewerMayEdit ? (
    <EditSource source={source} />
  ) : (
    <NoAccessPage
      title="Edit data source"
      reason={
        source.feed.isCurated
          ? `Only staff and the data stewards of ${source.stewardAgency?.shortName ?? 'its agency'} edit this source.`
          : `This record comes from “${source.feed.title}”. It is changed there, and the next import brings the change.`
      }
      whoCan={
        source.feed.isCurated
          ? 'The hub’s administrator can name you data steward.'
          : 'The steward named on the source’s page can change it.'
      }
    />
  );
};

const EditSource = ({ source: from }: { source: FragmentType<EditedSourceFragment> }) => {
  const { data: source } = useSuspenseFragment({ fragment: EditedSourceParts, from });
  const path = sourcePath(source.slug);
  usePage({
    title: `Edit ${source.title}`,
    breadcrumbs: [
      { label: 'Data catalog', to: '/data' },
      { label: source.acronym || source.title, to: path },
      { label: 'Edit' },
    ],
  });
  // As it was when the form opened: what comes later is met as a stale version, never under the person's hands.
  const [opened] = useState(() => ({ version: source.version, base: valuesOf(source) }));
  const edit = useEditSource(source.id, path);
  return (
    <>
      <PageHeader eyebrow="Edit data source" title={source.title} width="narrow" />
      <SourceForm
        draftKey={`data source:${source.slug}`}
        version={opened.version}
        base={opened.base}
        send={edit}
        submitLabel="Save changes"
        cancelTo={path}
      />
    </>
  );
};
