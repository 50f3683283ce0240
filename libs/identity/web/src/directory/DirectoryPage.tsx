import { Columns, PageHeader, SearchField } from '@sos/platform-ui';
import { RouteBoundary, urlText, usePage, useTyped, useUrlState } from '@sos/platform-web';
import { useDeferredValue } from 'react';
import { AgencyList } from './AgencyList';
import styles from './directory.module.css';
import { PeopleList } from './PeopleList';

const urlParts = { text: urlText() };

export const DirectoryPage = () => {
  usePage({ title: 'Directory' });
  const [{ text }, setFilters] = useUrlState(urlParts);
  const [typed, setTyped, settleNow] = useTyped(text, (next) => setFilters({ text: next }));
  // The rows on the screen stay until the next ones are there.
  const wanted = useDeferredValue(text);
  return (
    <>
      <PageHeader title="Directory" lede="The agencies of the workgroup, and the people who speak for them." />
      <div className={styles.search}>
        <SearchField
          label="Search people and agencies"
          placeholder="A name, a job title, an agency"
          value={typed}
          onChange={setTyped}
          onSubmit={settleNow}
        />
      </div>
      <Columns
        main={
          <RouteBoundary what="The people">
            <PeopleList text={wanted} />
          </RouteBoundary>
        }
        aside={
          <RouteBoundary what="The agencies">
            <AgencyList text={wanted} />
          </RouteBoundary>
        }
      />
    </>
  );
};
