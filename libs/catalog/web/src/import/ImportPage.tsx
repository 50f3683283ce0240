import { Button, PageHeader } from '@sos/platform-ui';
import { NoAccessPage, urlText, usePage, useUrlState, useViewer } from '@sos/platform-web';
import { useState } from 'react';
import { ImportForm } from './ImportForm';
import { ImportRun } from './ImportRun';
import { useImportForm } from './useImportForm';

const title = 'Import a catalog';
const urlParts = { run: urlText(), feed: urlText() };

export const ImportPage = () =>
  useViewer().mayImportCatalogs ? (
    <Import />
  ) : (
    <NoAccessPage
      title={title}
      reason="Only staff and administrators import catalogs."
      whoCan="The hub’s administrator can give you that role. Data stewards can add sources one by one."
    />
  );

/** The run stands in the address, so that a reload goes on watching it. */
const Import = () => {
  usePage({ title, breadcrumbs: [{ label: 'Data catalog', to: '/data' }, { label: 'Import' }] });
  const [{ run, feed }, setAddress] = useUrlState(urlParts);
  const [started, setStarted] = useState<string | null>(null);
  const form = useImportForm(feed, (id) => {
    setStarted(id);
    setAddress({ run: id }, { push: true });
  });
  return (
    <>
      <PageHeader
        title={title}
        lede="Reads a DCAT-US v1.1 catalog (data.json). Nothing is deleted: what has left the feed is marked withdrawn."
        actions={
          <Button variant="subtle" to="/data/feeds">
            Feeds
          </Button>
        }
      />
      <ImportForm {...form} />
      {run !== '' && <ImportRun key={run} id={run} takesFocus={run === started} onImport={form.importTried} />}
    </>
  );
};
