import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { graphql, type SubGroupProfileFragment } from '@sos/platform-contract';
import { Button, PageHeader, Separator, TabLinks } from '@sos/platform-ui';
import { usePage, useViewer } from '@sos/platform-web';
import { kindWords } from '../words/kindWords';
import { periodWords } from '../words/periodWords';
import { SubGroupTab } from './SubGroupTab';
import { type Tab, tabLinks, titleOf } from './tabs';
import { useCurrentTabInView } from './useCurrentTabInView';

export const SubGroupProfileParts = graphql(`
  fragment SubGroupProfile on SubGroup {
    id
    slug
    name
    kind
    purpose
    startedOn
    endedOn
    actionItemCount
    focusItems {
      id
    }
    seats {
      id
    }
    ...SubGroupTab
  }
`);

type SubGroupProfileProps = { subGroup: FragmentType<SubGroupProfileFragment>; tab: Tab };

export const SubGroupProfile = ({ subGroup: from, tab }: SubGroupProfileProps) => {
  const { data: subGroup } = useSuspenseFragment({ fragment: SubGroupProfileParts, from });
  const { slug, name, endedOn } = subGroup;
  const { mayCreateActionItems } = useViewer();
  usePage({
    title: titleOf(name, tab),
    breadcrumbs: [{ label: 'Sub-groups', to: '/subgroups' }, { label: name }],
    place: `/subgroups/${slug}`,
  });
  useCurrentTabInView(tab);
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            {kindWords[subGroup.kind].one}
            <Separator />
            {periodWords(subGroup)}
          </>
        }
        title={name}
        lede={subGroup.purpose}
        actions={
          mayCreateActionItems &&
          !endedOn && (
            <Button variant="primary" icon="plus" to={`/items/new?subgroup=${encodeURIComponent(slug)}`}>
              Add item
            </Button>
          )
        }
      />
      <TabLinks
        label={name}
        tabs={tabLinks(slug, tab, {
          focus: subGroup.focusItems.length,
          items: subGroup.actionItemCount,
          members: subGroup.seats.length,
        })}
      />
      <SubGroupTab subGroup={subGroup} tab={tab} />
    </>
  );
};
