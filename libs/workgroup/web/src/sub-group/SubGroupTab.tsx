import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { ActivityFeed } from '@sos/activity-web';
import { graphql, type SubGroupTabFragment } from '@sos/platform-contract';
import { Section } from '@sos/platform-ui';
import { FocusList } from '../focus/FocusList';
import { ItemsSection } from './ItemsSection';
import { MembersTab } from './MembersTab';
import { OverviewTab } from './OverviewTab';
import type { Tab } from './tabs';

export const SubGroupTabParts = graphql(`
  fragment SubGroupTab on SubGroup {
    id
    slug
    actionItemCount
    ...OverviewTab
    ...FocusList
    ...MembersTab
  }
`);

export const SubGroupTab = ({ subGroup: from, tab }: { subGroup: FragmentType<SubGroupTabFragment>; tab: Tab }) => {
  const { data: subGroup } = useSuspenseFragment({ fragment: SubGroupTabParts, from });
  const { slug } = subGroup;
  switch (tab) {
    case 'overview':
      return <OverviewTab subGroup={subGroup} />;
    case 'focus':
      return <FocusList subGroup={subGroup} />;
    case 'items':
      return <ItemsSection subGroupSlug={slug} count={subGroup.actionItemCount} usual="list" />;
    case 'members':
      return <MembersTab subGroup={subGroup} />;
    case 'activity':
      return (
        <Section title="Activity">
          <ActivityFeed key={slug} subGroupSlug={slug} />
        </Section>
      );
  }
};
