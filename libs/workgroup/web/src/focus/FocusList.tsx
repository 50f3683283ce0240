import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { type FocusListFragment, graphql } from '@sos/platform-contract';
import { Button, EmptyState, Ledger, LedgerRow, Section, SharedWith, VisuallyHidden } from '@sos/platform-ui';
import { Fragment } from 'react';
import { Link } from 'react-router';
import { focusCount } from './focusCount';
import { FocusMeta } from './FocusMeta';
import { useHashRow } from './useHashRow';

export const FocusListParts = graphql(`
  fragment FocusList on SubGroup {
    id
    slug
    name
    focusItems {
      ...FocusFacts @unmask
    }
  }
`);

export const FocusList = ({ subGroup: from }: { subGroup: FragmentType<FocusListFragment> }) => {
  const { data: subGroup } = useSuspenseFragment({ fragment: FocusListParts, from });
  const { slug, focusItems } = subGroup;
  const current = useHashRow();
  return (
    <Section title="Focus items" count={focusCount(focusItems)}>
      {focusItems.length === 0 ? (
        <EmptyState icon="subGroups" title="No focus items." body="This part of the workgroup carries none today." />
      ) : (
        <Ledger>
          {focusItems.map((focus) => {
            const others = focus.subGroups.filter((carrier) => carrier.slug !== slug);
            return (
              <LedgerRow
                key={focus.id}
                id={focus.slug}
                current={focus.slug === current}
                margin={focus.isShared ? <SharedWith names={[]} words="Shared" /> : <span>Ours alone</span>}
                title={focus.statement}
                meta={
                  <>
                    {others.length > 0 && <Carriers subGroups={others} />}
                    <FocusMeta focus={focus} withDate />
                  </>
                }
                action={
                  <Button size="s" to={`/items?focus=${encodeURIComponent(focus.slug)}`}>
                    See items<VisuallyHidden> of {focus.statement}</VisuallyHidden>
                  </Button>
                }
              />
            );
          })}
        </Ledger>
      )}
    </Section>
  );
};

const Carriers = ({ subGroups }: { subGroups: readonly { slug: string; name: string }[] }) => (
  <span>
    With{' '}
    {subGroups.map(({ slug, name }, place) => (
      <Fragment key={slug}>
        {place > 0 && ', '}
        <Link to={`/subgroups/${slug}`}>{name}</Link>
      </Fragment>
    ))}
  </span>
);
