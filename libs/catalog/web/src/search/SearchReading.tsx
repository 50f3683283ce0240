import { Chip } from '@sos/platform-ui';
import type { CatalogSearch } from './CatalogSearchQuery';
import type { CatalogFilters } from './catalogFilters';
import { MendedText } from './MendedText';
import { readingOf } from './reading';
import styles from './search.module.css';
import type { ChangeFilters } from './useCatalogFilters';

type SearchReadingProps = { search: CatalogSearch; filters: CatalogFilters; onChange: ChangeFilters };

/** How the hub read the words: typos it mended, terms of the field, breakdowns that were asked for. */
export const SearchReading = ({ search, filters: { q }, onChange }: SearchReadingProps) => {
  const { correctedText, didYouMean } = search;
  const chips = readingOf(search, q);
  const searchFor = (text: string, exact: boolean) => onChange({ q: text, exact }, { push: true });
  return (
    <>
      {correctedText && <MendedText written={q} mended={correctedText} onAsWritten={() => searchFor(q, true)} />}
      {didYouMean && !correctedText && (
        <p className={styles.mended}>
          Did you mean{' '}
          <button type="button" className={styles.link} onClick={() => searchFor(didYouMean, false)}>
            {didYouMean}
          </button>
          ?
        </p>
      )}
      {chips.length > 0 && (
        <div className={styles.reading} role="group" aria-labelledby="understood-as">
          <span id="understood-as">Understood as</span>
          {chips.map(({ label, without }) => (
            <Chip key={label} label={label} onRemove={without === null ? undefined : () => searchFor(without, false)} />
          ))}
        </div>
      )}
    </>
  );
};
