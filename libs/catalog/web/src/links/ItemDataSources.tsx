import { useSuspenseQuery } from '@apollo/client/react';
import { graphql, type ItemDataSourcesQuery as ItemDataSourcesData } from '@sos/platform-contract';
import { AccessMark, Button, MiniList, Section } from '@sos/platform-ui';
import { useRef, useState } from 'react';
import { sourcePath } from '../words';
import { LinkSourceDialog } from './LinkSourceDialog';
import styles from './links.module.css';
import { useLinkSource } from './useLinkSource';

export const ItemDataSourcesQuery = graphql(`
  query ItemDataSources($reference: String!) {
    actionItem(reference: $reference) {
      id
      dataSources {
        id
        slug
        title
        acronym
        accessLevel
        lag
      }
    }
  }
`);

export type LinkedSource = NonNullable<ItemDataSourcesData['actionItem']>['dataSources'][number];
export type ItemDataSourcesProps = { reference: string; actionItemId: string; viewerMayEdit: boolean };

/** The data sources that an action item leans on: fills a slot of the item's page. */
export const ItemDataSources = ({ reference, actionItemId, viewerMayEdit }: ItemDataSourcesProps) => {
  const { data } = useSuspenseQuery(ItemDataSourcesQuery, { variables: { reference } });
  const [isLinking, setIsLinking] = useState(false);
  const { link, unlink } = useLinkSource(actionItemId);
  const linkButton = useRef<HTMLButtonElement>(null);
  const unlinkFrom = (source: LinkedSource) => {
    // The pressed button goes away with its row.
    linkButton.current?.focus();
    void unlink(source);
  };
  const sources = data.actionItem?.dataSources ?? [];
  if (sources.length === 0 && !viewerMayEdit) return null;
  return (
    <Section title="Data sources" count={sources.length}>
      {sources.length === 0 ? (
        <p className={styles.none}>None yet. Link those that show whether this works.</p>
      ) : (
        <MiniList
          items={sources.map((source) => ({
            key: source.id,
            title: source.acronym ?? source.title,
            to: sourcePath(source.slug),
            detail: <Detail source={source} />,
            actions: viewerMayEdit && (
              <Button size="s" aria-label={`Unlink ${source.title}`} onClick={() => unlinkFrom(source)}>
                Unlink
              </Button>
            ),
          }))}
        />
      )}
      {viewerMayEdit && (
        <div className={styles.add}>
          <Button ref={linkButton} size="s" icon="plus" aria-haspopup="dialog" onClick={() => setIsLinking(true)}>
            Link a data source
          </Button>
          <LinkSourceDialog
            opened={isLinking}
            onClose={() => setIsLinking(false)}
            linkedIds={sources.map(({ id }) => id)}
            onLink={link}
          />
        </div>
      )}
    </Section>
  );
};

const Detail = ({ source: { acronym, title, accessLevel, lag } }: { source: LinkedSource }) => (
  <>
    {acronym && <div>{title}</div>}
    <span className={styles.facts}>
      <AccessMark level={accessLevel} />
      {lag && <span>Lag {lag}</span>}
    </span>
  </>
);
