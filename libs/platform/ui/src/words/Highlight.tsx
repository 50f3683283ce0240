import styles from './Highlight.module.css';

/** The search marks its matches with two private characters, or with [[ and ]]; never with markup. */
const marked = /(?:\uE000|\[\[)(.*?)(?:\uE001|\]\])/gs;

export const Highlight = ({ text }: { text: string }) => {
  // Splitting by one group alternates: plain, match, plain, match...
  const parts = text.split(marked);
  return (
    <>
      {parts.map((part, place) =>
        place % 2 === 1 ? (
          <mark key={place} className={styles.match}>
            {part}
          </mark>
        ) : (
          part.replace(/[\uE000\uE001]/g, '')
        ),
      )}
    </>
  );
};
