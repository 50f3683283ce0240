import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { AsOfSection } from '@sos/activity-web';
import { AccessMark, Button, Columns, PageHeader, Separator } from '@sos/platform-ui';
import { graphql, type SourceFragment } from '@sos/platform-contract';
import { usePage } from '@sos/platform-web';
import { dateWords, sourcePath } from '../words';
import { Description, ledeOf } from './Description';
import { Coverage } from './Coverage';
import { Distributions } from './Distributions';
import { HowToGetIt } from './HowToGetIt';
import { ImportProblems } from './ImportProblems';
import { Limits } from './Limits';
import { Provenance } from './Provenance';
import { Questions } from './Questions';
import { SourceFacts } from './SourceFacts';
import { Steward } from './Steward';
import { UsedBy } from './UsedBy';
import { useRemoveSource } from './useRemoveSource';
import { Withdrawn } from './Withdrawn';

const SourceParts = graphql(`
  fragment Source on DataSource {
    id
    slug
    title
    acronym
    description
    accessLevel
    modified
    viewerMayEdit
    stewardAgency {
      id
      key
      shortName
    }
    ...Withdrawn
    ...HowToGetIt
    ...Coverage
    ...Distributions
    ...UsedBy
    ...Questions
    ...ImportProblems
    ...Steward
    ...SourceFacts
    ...Limits
    ...Provenance
  }
`);

export const Source = ({ source: from }: { source: FragmentType<SourceFragment> }) => {
  const { data: source } = useSuspenseFragment({ fragment: SourceParts, from });
  const { title, acronym, stewardAgency: agency } = source;
  const { remove, isRemoving } = useRemoveSource({ id: source.id, name: acronym || title });
  usePage({
    title,
    breadcrumbs: [
      { label: 'Data catalog', to: '/data' },
      ...(agency ? [{ label: agency.shortName, to: `/data?agency=${encodeURIComponent(agency.key)}` }] : []),
      { label: acronym || title },
    ],
  });
  const updated = dateWords(source.modified);
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            <AccessMark level={source.accessLevel} /> <Separator /> Data source
            {updated && (
              <>
                {' '}
                <Separator /> Updated {updated}
              </>
            )}
          </>
        }
        title={acronym && !title.includes(acronym) ? `${title} (${acronym})` : title}
        lede={ledeOf(source.description)}
        actions={
          source.viewerMayEdit && (
            <>
              <Button variant="subtle" busy={isRemoving} onClick={() => void remove()}>
                Remove
              </Button>
              <Button to={`${sourcePath(source.slug)}/edit`}>Edit</Button>
            </>
          )
        }
      />
      <Withdrawn source={source} />
      <Columns
        main={
          <>
            <HowToGetIt source={source} />
            <Description text={source.description} />
            <Coverage source={source} />
            <Distributions source={source} />
            <UsedBy source={source} />
            <Questions source={source} />
            <ImportProblems source={source} />
            <AsOfSection id={source.id} />
          </>
        }
        aside={
          <>
            <Steward source={source} />
            <SourceFacts source={source} />
            <Limits source={source} />
            <Provenance source={source} />
          </>
        }
      />
    </>
  );
};
