import { Button, HealthFlag, MiniList } from '@sos/platform-ui';
import { useHub, useViewer } from '@sos/platform-web';
import { useState } from 'react';
import { declarerOf, lapseNote } from './declarationWords';
import styles from './DeclarationList.module.css';
import { dayWithin, type Declaration } from './standing';

const shownAtFirst = 3;

/** Every declaration, newest first, with its reason. Only the newest speaks, so only its end is worth a word. */
export const DeclarationList = ({ declarations }: { declarations: readonly Declaration[] }) => {
  const { today } = useHub();
  const viewerId = useViewer().person.id;
  const [showsAll, setShowsAll] = useState(false);
  if (declarations.length === 0) return <p>Nobody has declared health yet.</p>;
  return (
    <>
      <MiniList
        items={declarations.slice(0, showsAll ? undefined : shownAtFirst).map((declaration, place) => ({
          key: declaration.id,
          title: <HealthFlag health={declaration.health} />,
          detail: (
            <div className={styles.words}>
              <p className={styles.reason}>“{declaration.reason}”</p>
              <p>
                {declarerOf(declaration, viewerId)}, {dayWithin(declaration.declaredAt, today)}
              </p>
              {place === 0 && <p>{lapseNote(declaration, today)}</p>}
            </div>
          ),
        }))}
      />
      {declarations.length > shownAtFirst && (
        <Button size="s" variant="subtle" aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? 'Show the latest only' : `Show all ${declarations.length}`}
        </Button>
      )}
    </>
  );
};
