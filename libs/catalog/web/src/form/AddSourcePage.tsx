import { PageHeader } from '@sos/platform-ui';
import { NoAccessPage, usePage, useViewer } from '@sos/platform-web';
import { useState } from 'react';
import { SourceForm } from './SourceForm';
import { emptyValues } from './sourceValues';
import { useAddSource } from './useAddSource';

const title = 'Add a data source';

export const AddSourcePage = () =>
  useViewer().mayAddDataSources ? (
    <AddSource />
  ) : (
    <NoAccessPage
      title={title}
      reason="Only staff and the data stewards of agencies add data sources."
      whoCan="The hub’s administrator can name you data steward of your agency."
    />
  );

const AddSource = () => {
  usePage({ title, breadcrumbs: [{ label: 'Data catalog', to: '/data' }, { label: 'Add source' }] });
  const { dataStewardAgencyIds } = useViewer();
  const [base] = useState(() => emptyValues(dataStewardAgencyIds[0]));
  const add = useAddSource();
  return (
    <>
      <PageHeader
        title={title}
        width="narrow"
        lede="Describe it so that somebody who has never heard of it can find it, and knows how to ask. Nothing here may tell about a single person."
      />
      <SourceForm
        draftKey="data source:new"
        version={null}
        base={base}
        send={add}
        submitLabel="Add source"
        cancelTo="/data"
      />
    </>
  );
};
