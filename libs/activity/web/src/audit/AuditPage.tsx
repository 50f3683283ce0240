import { PageHeader, Section } from '@sos/platform-ui';
import { NoAccessPage, RouteBoundary, usePage, useViewer } from '@sos/platform-web';
import { AuditFields } from './AuditFields';
import { AuditTable } from './AuditTable';
import { useAuditFilter } from './useAuditFilter';

const title = 'Audit trail';

export const AuditPage = () =>
  useViewer().isAdministrator ? (
    <Trail />
  ) : (
    <NoAccessPage
      title={title}
      reason="Only administrators read the audit trail."
      whoCan="What people did in the open is under Activity."
    />
  );

const Trail = () => {
  usePage({ title, breadcrumbs: [{ label: title }] });
  const [filter, setFilter] = useAuditFilter();
  return (
    <>
      <PageHeader
        title={title}
        lede="Who changed what, and when. Entries are sealed: nothing here can be altered or removed unnoticed."
      />
      <Section title="Entries">
        <AuditFields filter={filter} onChange={setFilter} />
        <RouteBoundary what="The audit trail">
          <AuditTable filter={filter} />
        </RouteBoundary>
      </Section>
    </>
  );
};
