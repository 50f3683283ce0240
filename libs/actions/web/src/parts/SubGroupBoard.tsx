import { useSuspenseQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { Link } from 'react-router';
import { ItemBoard } from '../board/ItemBoard';

export const SubGroupBoardQuery = graphql(`
  query SubGroupBoard($slug: String!) {
    subGroup(slug: $slug) {
      id
      name
      board(firstPerColumn: 5) {
        status
        totalCount
        items {
          ...BoardItem @unmask
        }
      }
    }
  }
`);

/** The board of one sub-group, without a heading of its own. */
export const SubGroupBoard = ({ subGroupSlug }: { subGroupSlug: string }) => {
  const { data } = useSuspenseQuery(SubGroupBoardQuery, {
    variables: { slug: subGroupSlug },
    fetchPolicy: 'cache-and-network',
  });
  if (!data.subGroup) return null;
  return (
    <ItemBoard
      columns={data.subGroup.board}
      ownSubGroup={data.subGroup.name}
      more={({ status }, hidden) => (
        <Link to={`/items?subgroup=${encodeURIComponent(subGroupSlug)}&status=${status}`}>{hidden} more</Link>
      )}
    />
  );
};
