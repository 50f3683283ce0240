import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { type CarriedByFragment, graphql } from '@sos/platform-contract';
import { MiniList, Section, SharedWith } from '@sos/platform-ui';

export const CarriedByParts = graphql(`
  fragment CarriedBy on Objective {
    id
    focusItems {
      id
      slug
      statement
      isShared
      subGroups {
        id
        slug
        name
      }
    }
  }
`);

/** The focus items that serve the objective, and the sub-groups behind each. */
export const CarriedBy = ({ objective: from }: { objective: FragmentType<CarriedByFragment> }) => {
  const { data } = useSuspenseFragment({ fragment: CarriedByParts, from });
  if (data.focusItems.length === 0) return null;
  return (
    <Section title="Carried by">
      <MiniList
        items={data.focusItems.map(({ id, slug, statement, isShared, subGroups }) => {
          const names = subGroups.map(({ name }) => name);
          const [first] = subGroups;
          return {
            key: id,
            title: statement,
            to: first && `/subgroups/${first.slug}/focus#${slug}`,
            detail: isShared ? <SharedWith names={names} words={names.join(', ')} /> : names[0],
          };
        })}
      />
    </Section>
  );
};
