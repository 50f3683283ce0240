import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { Button, Dialog } from '@sos/platform-ui';
import { useState } from 'react';
import { useOpenToWorkgroup } from './useOpenToWorkgroup';

export const OpenToWorkgroupFragment = graphql(`
  fragment OpenToWorkgroup on ActionItem {
    id
    version
    viewerMayOpenToWorkgroup
    subGroup {
      id
      name
    }
  }
`);

/** What everybody has seen cannot be taken back, so this act asks first, and says what will be seen. */
export const OpenToWorkgroup = ({ item }: { item: FragmentType<typeof OpenToWorkgroupFragment> }) => {
  const { data } = useSuspenseFragment({ fragment: OpenToWorkgroupFragment, from: item });
  const [isAsking, setAsking] = useState(false);
  const { open, problem, isOpening } = useOpenToWorkgroup(() => setAsking(false));
  if (!data.viewerMayOpenToWorkgroup) return null;
  return (
    <>
      <Button icon="unlocked" onClick={() => setAsking(true)}>
        Open to the workgroup
      </Button>
      <Dialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title="Open this item to the workgroup"
        description={`Everybody in the workgroup will see the item and all of its updates, not only ${data.subGroup.name}. What happened to it before stays with ${data.subGroup.name} in the history. This cannot be undone.`}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>Cancel</Button>
            <Button variant="primary" busy={isOpening} onClick={() => void open(data)}>
              Open to the workgroup
            </Button>
          </>
        }
      >
        {problem && <p role="alert">{problem}</p>}
      </Dialog>
    </>
  );
};
