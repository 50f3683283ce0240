import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { Button, countOf, ErrorState, Icon, LiveRegion } from '@sos/platform-ui';
import { readFailure } from '@sos/platform-web';
import { type KeyboardEvent, useId, useState } from 'react';
import { groupHits } from './groupHits';
import { HitOptions } from './HitOptions';
import { SearchQuery } from './search.query';
import styles from './SearchDialog.module.css';
import { type RecentHit, useRecentHits } from './useRecentHits';

type SearchBoxProps = { onOpen: (path: string) => void; onClose: () => void };

/** A combobox: focus stays in the field, the arrow keys move the chosen result, Enter opens it. */
export const SearchBox = ({ onOpen, onClose }: SearchBoxProps) => {
  const listId = useId();
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), 150);
  const [chosen, setChosen] = useState(0);
  const { recent, remember } = useRecentHits();
  const { data, previousData, loading, error, refetch } = useQuery(SearchQuery, {
    variables: { text: wanted, first: 20 },
    skip: wanted === '',
  });
  const results = wanted === '' ? null : ((data ?? previousData)?.search ?? null);
  const groups = wanted === '' ? groupHits(recent) : groupHits(results?.hits ?? []);
  const options = groups.flatMap(({ hits }) => hits);
  const chosenHit = options[Math.min(chosen, options.length - 1)];

  const open = (hit: RecentHit) => {
    remember(hit);
    onOpen(hit.path);
  };
  const move = (step: number) =>
    setChosen((at) => (Math.min(at, options.length - 1) + step + options.length) % options.length);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const act = {
      ArrowDown: () => options.length > 0 && move(1),
      ArrowUp: () => options.length > 0 && move(-1),
      // Letters newer than the results: Enter would open what nobody chose.
      Enter: () => chosenHit && wanted === text.trim() && !loading && open(chosenHit),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };

  return (
    <>
      <div className={styles.field}>
        <Icon name="search" size="m" />
        <input
          data-autofocus
          className={styles.input}
          type="text"
          role="combobox"
          aria-label="Search everything"
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={options.length > 0 ? listId : undefined}
          aria-activedescendant={chosenHit && `${listId}-${chosenHit.id}`}
          autoComplete="off"
          spellCheck={false}
          placeholder="Items, goals, data sources, people"
          value={text}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setChosen(0);
          }}
        />
        <Button size="s" variant="subtle" onClick={onClose}>
          Close
        </Button>
      </div>
      <LiveRegion>{results && !loading && countOf(results.totalCount, 'result')}</LiveRegion>
      <div className={styles.results}>
        {error && !loading ? (
          <ErrorState
            title="The search could not be made."
            body={readFailure(error).message}
            reference={readFailure(error).reference}
            onRetry={() => void refetch()}
          />
        ) : (
          <>
            {options.length > 0 && (
              <HitOptions
                listId={listId}
                heading={wanted === '' ? 'Opened lately' : null}
                groups={groups}
                chosenId={chosenHit?.id}
                onChoose={open}
              />
            )}
            <SearchHint wanted={wanted} isEmpty={options.length === 0} isLoading={loading} />
            {results && results.totalCount > options.length && (
              <p className={styles.hint}>
                <Button size="s" onClick={() => onOpen(`/search?q=${encodeURIComponent(wanted)}`)}>
                  See all {results.totalCount.toLocaleString('en-US')} results
                </Button>
              </p>
            )}
          </>
        )}
      </div>
    </>
  );
};

const SearchHint = ({ wanted, isEmpty, isLoading }: { wanted: string; isEmpty: boolean; isLoading: boolean }) => {
  if (!isEmpty || isLoading) return null;
  return (
    <p className={styles.hint}>
      {wanted === ''
        ? 'Type a word, a reference such as PS-19, or a name.'
        : `Nothing matches “${wanted}”. Try fewer or other words.`}
    </p>
  );
};
