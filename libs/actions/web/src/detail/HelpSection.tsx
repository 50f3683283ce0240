import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { useViewer } from '@sos/platform-web';
import { WaitingOnYou } from '../my-work/WaitingOnYou';

export const HelpSectionFragment = graphql(`
  fragment HelpSection on ActionItem {
    id
    openHelpRequests {
      id
      state
      agency {
        id
      }
      ...WaitingRequest
    }
  }
`);

/** On an item's page, what its update asks of the viewer's own agency can be answered too. */
export const HelpSection = ({ item }: { item: FragmentType<typeof HelpSectionFragment> }) => {
  const viewer = useViewer();
  const { data } = useSuspenseFragment({ fragment: HelpSectionFragment, fragmentName: 'HelpSection', from: item });
  const ours = data.openHelpRequests.filter(({ agency }) => agency.id === viewer.person.agency.id);
  return ours.length > 0 && <WaitingOnYou requests={ours} />;
};
