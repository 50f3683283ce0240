import { skipToken, useSuspenseQuery } from '@apollo/client/react';
import { countOf, EmptyState, MiniList, Section } from '@sos/platform-ui';
import { groupHits } from './groupHits';
import { SearchQuery } from './search.query';
import styles from './SearchPage.module.css';

/** The server answers the best hundred; a longer list would not be read. */
const first = 100;

export const SearchResults = ({ text }: { text: string }) => {
  const { data } = useSuspenseQuery(SearchQuery, text === '' ? skipToken : { variables: { text, first } });
  if (!data) return <EmptyState icon="search" title="Type a word, a reference such as PS-19, or a name." />;
  const { hits, totalCount } = data.search;
  if (hits.length === 0)
    return <EmptyState icon="search" title={`Nothing matches “${text}”.`} body="Try fewer or other words." />;
  return (
    <>
      <p className={styles.count} role="status">
        {countOf(totalCount, 'result')}
        {totalCount > hits.length && `; the best ${hits.length} are shown`}
      </p>
      <div className={styles.groups}>
        {groupHits(hits).map((group) => (
          <Section key={group.kind} title={group.label} count={group.hits.length}>
            <MiniList
              items={group.hits.map((hit) => ({ key: hit.id, title: hit.title, to: hit.path, detail: hit.detail }))}
            />
          </Section>
        ))}
      </div>
    </>
  );
};
