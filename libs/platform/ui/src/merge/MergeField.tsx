import { Button } from '../controls/Button';
import { VisuallyHidden } from '../states/VisuallyHidden';
import styles from './MergeField.module.css';
import { type Piece, wordDifference } from './wordDifference';

export type MergeFieldProps = {
  /** Name of the field. */
  label: string;
  /** What somebody else saved, in words. */
  theirs: string;
  /** What the person had written when they met it, in words. */
  mine: string;
  /** What stands in the form now; `edited`: neither. */
  chosen: 'theirs' | 'mine' | 'edited';
  onTheirs: () => void;
  onMine: () => void;
};

const standing: Record<MergeFieldProps['chosen'], string> = {
  theirs: 'Theirs stands in the form.',
  mine: 'Yours stands in the form.',
  edited: 'Your new words stand in the form.',
};

/** One field that two people changed: both texts, what differs, and the choice between them, which can be taken back. */
export const MergeField = ({ label, theirs, mine, chosen, onTheirs, onMine }: MergeFieldProps) => {
  const [theirPieces, myPieces] = wordDifference(theirs, mine);
  return (
    <div className={styles.field} role="group" aria-label={`${label}: saved meanwhile`}>
      <b>{label}</b>
      <dl className={styles.pair}>
        <div>
          <dt>Saved meanwhile</dt>
          <dd>{theirs === '' ? 'Empty' : <Marked pieces={theirPieces} />}</dd>
        </div>
        <div>
          <dt>Yours</dt>
          <dd>{mine === '' ? 'Empty' : <Marked pieces={myPieces} />}</dd>
        </div>
      </dl>
      <div className={styles.act}>
        {chosen !== 'theirs' && (
          <Button size="s" onClick={onTheirs}>
            Use theirs<VisuallyHidden> for {label}</VisuallyHidden>
          </Button>
        )}
        {chosen !== 'mine' && (
          <Button size="s" onClick={onMine}>
            Use mine<VisuallyHidden> for {label}</VisuallyHidden>
          </Button>
        )}
        <p role="status">{standing[chosen]}</p>
      </div>
    </div>
  );
};

const Marked = ({ pieces }: { pieces: readonly Piece[] }) =>
  pieces.map(({ text, isOnlyHere }, place) => (isOnlyHere && text.trim() ? <mark key={place}>{text}</mark> : text));
