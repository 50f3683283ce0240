import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { DataTable, Section } from '@sos/platform-ui';
import { graphql, type ImportProblemsFragment } from '@sos/platform-contract';

const ImportProblemsParts = graphql(`
  fragment ImportProblems on DataSource {
    id
    problems {
      path
      message
    }
  }
`);

/** What the feed's record breaks of DCAT-US, and where. */
export const ImportProblems = ({ source: from }: { source: FragmentType<ImportProblemsFragment> }) => {
  const { data: source } = useSuspenseFragment({ fragment: ImportProblemsParts, from });
  return (
    source.problems.length > 0 && (
      <Section title="Problems found on import" count={source.problems.length}>
        <DataTable
          caption="Problems found on import"
          hideCaption
          rows={source.problems.map((problem, place) => ({ ...problem, key: String(place) }))}
          rowKey={({ key }) => key}
          columns={[
            { key: 'path', header: 'Where', cell: ({ path }) => <code>{path || 'The whole record'}</code> },
            { key: 'message', header: 'Problem', narrowLabel: '', cell: ({ message }) => message },
          ]}
        />
      </Section>
    )
  );
};
