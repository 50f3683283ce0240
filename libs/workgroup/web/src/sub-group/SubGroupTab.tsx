import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { ActivityFeed } from '@sos/activity-web';
import { graphql, type SubGroupTabFragment } from '@sos/platform-contract';
import { EmptyState, Section } from '@sos/platform-ui';
import { Slot } from '@sos/platform-web';
import { FocusList } from '../focus/FocusList';
import { subGroupItems } from '../workgroup.slots';
import { MembersTab } from './MembersTab';
import { OverviewTab } from './OverviewTab';
import type { Tab } from './tabs';

export const SubGroupTabParts = graphql(`
  fragment SubGroupTab on SubGroup {
    id
    slug
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
      return <Slot of={subGroupItems} subGroupSlug={slug} fallback={<EmptyState title="No action items yet." />} />;
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
