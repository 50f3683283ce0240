import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { type FocusMatrixFragment, graphql } from '@sos/platform-contract';
import { EmptyState, Matrix, Section } from '@sos/platform-ui';
import { focusCount } from './focusCount';
import { FocusMeta } from './FocusMeta';

export const FocusMatrixParts = graphql(`
  fragment FocusMatrix on SubGroup {
    id
    slug
    workgroup {
      id
      subGroups {
        id
        slug
        name
      }
    }
    focusItems {
      ...FocusFacts @unmask
    }
  }
`);

/** A sub-group's focus items beside the other sub-groups that carry them too. */
export const FocusMatrix = ({ subGroup: from }: { subGroup: FragmentType<FocusMatrixFragment> }) => {
  const { data: subGroup } = useSuspenseFragment({ fragment: FocusMatrixParts, from });
  const { slug, focusItems, workgroup } = subGroup;
  return (
    <Section title="Focus items" count={focusCount(focusItems)}>
      {focusItems.length === 0 ? (
        <EmptyState icon="subGroups" title="No focus items." body="This part of the workgroup carries none today." />
      ) : (
        <Matrix
          caption="Focus items and the sub-groups that carry them"
          rowHeading="Focus"
          columns={workgroup.subGroups.map((column) => ({
            key: column.slug,
            label: column.name,
            ours: column.slug === slug,
          }))}
          rows={focusItems.map((focus) => ({
            key: focus.slug,
            title: focus.statement,
            to: `/subgroups/${slug}/focus#${focus.slug}`,
            in: focus.subGroups.map((carrier) => carrier.slug),
            meta: <FocusMeta focus={focus} />,
          }))}
        />
      )}
    </Section>
  );
};
