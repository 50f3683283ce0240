import { HealthFlag, MiniList } from '@sos/platform-ui';
import { useHub, useViewer } from '@sos/platform-web';
import styles from './DeclarationList.module.css';
import { declarerOf, lapseNote } from './declarationWords';
import { dayWithin, type Declaration } from './standing';

/** Every declaration, newest first, with its reason and how long it spoke. */
export const DeclarationList = ({ declarations }: { declarations: readonly Declaration[] }) => {
  const { today } = useHub();
  const viewerId = useViewer().person.id;
  if (declarations.length === 0) return <p>Nobody has declared health yet.</p>;
  return (
    <MiniList
      items={declarations.map((declaration) => ({
        key: declaration.id,
        title: <HealthFlag health={declaration.health} />,
        detail: (
          <div className={styles.words}>
            <p className={styles.reason}>“{declaration.reason}”</p>
            <p>
              {declarerOf(declaration, viewerId)}, {dayWithin(declaration.declaredAt, today)}
            </p>
            <p>{lapseNote(declaration, today)}</p>
          </div>
        ),
      }))}
    />
  );
};
