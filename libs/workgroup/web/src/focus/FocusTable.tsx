import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { type FocusFactsFragment, type FocusTableFragment, graphql } from '@sos/platform-contract';
import { DataTable, Icon, listOf, Section, type TableColumn, VisuallyHidden } from '@sos/platform-ui';
import { focusCount } from './focusCount';
import { FocusMeta } from './FocusMeta';
import styles from './FocusTable.module.css';

export const FocusTableParts = graphql(`
  fragment FocusTable on Workgroup {
    id
    subGroups {
      id
      slug
      name
    }
    focusItems {
      ...FocusFacts @unmask
    }
  }
`);

type Focus = FocusFactsFragment;

/** All focus items over all sub-groups: which carry which, and what is going on. */
export const FocusTable = ({ workgroup: from }: { workgroup: FragmentType<FocusTableFragment> }) => {
  const { data: workgroup } = useSuspenseFragment({ fragment: FocusTableParts, from });
  const columns: TableColumn<Focus>[] = [
    {
      key: 'focus',
      header: 'Focus',
      cell: (focus) => (
        <>
          {focus.statement}
          <span className={styles.meta}>
            <span className={styles.narrow}>{listOf(focus.subGroups.map(({ name }) => name))}</span>
            <FocusMeta focus={focus} />
          </span>
        </>
      ),
    },
    ...workgroup.subGroups.map(({ slug, name }): TableColumn<Focus> => ({
      key: slug,
      header: name,
      narrowLabel: '',
      width: '92px',
      cell: (focus) => <Carries carries={focus.subGroups.some((carrier) => carrier.slug === slug)} />,
    })),
  ];
  return (
    <Section title="Focus items" count={focusCount(workgroup.focusItems)}>
      <DataTable
        caption="Focus items and the sub-groups that carry them"
        hideCaption
        columns={columns}
        rows={workgroup.focusItems}
        rowKey={({ id }) => id}
      />
    </Section>
  );
};

const Carries = ({ carries }: { carries: boolean }) => (
  <span className={carries ? styles.yes : styles.no}>
    <Icon name={carries ? 'disc' : 'dash'} />
    <VisuallyHidden>{carries ? 'Yes' : 'No'}</VisuallyHidden>
  </span>
);
