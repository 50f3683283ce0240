import { classes } from '@sos/platform-ui';
import { useEffect, useRef } from 'react';
import type { HitGroup } from './groupHits';
import styles from './SearchDialog.module.css';
import type { RecentHit } from './useRecentHits';

type HitOptionsProps = {
  listId: string;
  heading: string | null;
  groups: readonly HitGroup<RecentHit>[];
  chosenId: string | undefined;
  onChoose: (hit: RecentHit) => void;
};

export const HitOptions = ({ listId, heading, groups, chosenId, onChoose }: HitOptionsProps) => {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);
  return (
    <>
      {heading && <p className={styles.heading}>{heading}</p>}
      <div ref={list} role="listbox" id={listId} aria-label={heading ?? 'Results'}>
        {groups.map((group) => (
          <div key={group.kind} role="group" aria-labelledby={`${listId}-${group.kind}`}>
            <div className={styles.kind} id={`${listId}-${group.kind}`}>
              {group.label}
            </div>
            {group.hits.map((hit) => (
              <div
                key={hit.id}
                id={`${listId}-${hit.id}`}
                role="option"
                aria-selected={hit.id === chosenId}
                className={classes(styles.option, hit.id === chosenId && styles.chosen)}
                onClick={() => onChoose(hit)}
              >
                <span>{hit.title}</span>
                {hit.detail && <span className={styles.detail}>{hit.detail}</span>}
              </div>
            ))}
          </div>
        ))}
      </div>
    </>
  );
};
