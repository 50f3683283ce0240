import { useQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { RestrictedMark, SharedWith } from '@sos/platform-ui';

export const WorkgroupSizeQuery = graphql(`
  query WorkgroupSize {
    workgroup {
      id
      subGroups {
        id
      }
    }
  }
`);

const numerals = ['', '', 'both', 'all three', 'all four', 'all five'];

/** The sub-groups that see an item: a name, several names, or "All three sub-groups". */
export const SharedGroups = ({ names }: { names: readonly string[] }) => {
  const { data } = useQuery(WorkgroupSizeQuery);
  if (names.length < 2) return <span>{names[0]}</span>;
  const everyone = names.length > 2 && names.length === data?.workgroup?.subGroups.length;
  const count = numerals[names.length] ?? `all ${names.length}`;
  const words = `${count.charAt(0).toUpperCase()}${count.slice(1)} sub-groups`;
  return <SharedWith names={names} words={everyone ? words : undefined} />;
};

type Seen = { isRestricted: boolean; subGroups: readonly { name: string }[] };

/** Who sees an item: the sub-groups that share it, or the one to which it is restricted. */
export const ItemGroups = ({ item: { isRestricted, subGroups } }: { item: Seen }) =>
  isRestricted ? (
    <RestrictedMark subGroupName={subGroups[0]?.name} />
  ) : (
    <SharedGroups names={subGroups.map(({ name }) => name)} />
  );
