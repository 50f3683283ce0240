import { PageHeader, Section } from '@sos/platform-ui';
import { useHub, usePage } from '@sos/platform-web';
import { ActivityFeed } from './feed/ActivityFeed';

export const ActivityPage = () => {
  const { workgroupName } = useHub();
  usePage({ title: 'Activity', breadcrumbs: [{ label: 'Workgroup', to: '/workgroup' }, { label: 'Activity' }] });
  return (
    <>
      <PageHeader title="Activity" lede={`What changed in the ${workgroupName}, newest first.`} />
      <Section title="All changes">
        <ActivityFeed first={40} />
      </Section>
    </>
  );
};
