import {
  Board,
  BoardCard,
  DueState,
  HelpWanted,
  RestrictedMark,
  SharedWith,
  workStatuses,
  workStatusLooks,
} from '@sos/platform-ui';
import type { BoardItemFragment as BoardItem } from '@sos/platform-contract';
import { useHub } from '@sos/platform-web';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { itemPath } from '../item/itemWords';
import { SharedGroups } from '../item/SharedGroups';
import { byPresentStatus, type Column } from './columns';
import styles from './ItemBoard.module.css';
import { useMoveItem } from './useMoveItem';

type ItemBoardProps = {
  columns: readonly Column[];
  /** The way to those that are not shown. */
  more: (column: Column, hidden: number) => ReactNode;
  /** The sub-group whose board it is: on its cards only the others are named. */
  ownSubGroup?: string;
  headingLevel?: 2 | 3;
};

/** Four lanes; each card says where else it can go. */
export const ItemBoard = ({ columns, more, ownSubGroup, headingLevel = 3 }: ItemBoardProps) => {
  const { move, problem, movedId } = useMoveItem();
  const place = useRef<HTMLDivElement>(null);
  const shown = byPresentStatus(columns);
  const lane = shown.find(({ items }) => items.some(({ id }) => id === movedId))?.status;
  // The card is drawn anew in its new lane: the focus goes with it.
  useLayoutEffect(() => {
    if (!movedId) return;
    const timer = window.setTimeout(() =>
      place.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(movedId)}"] button`)?.focus(),
    );
    return () => window.clearTimeout(timer);
  }, [movedId, lane]);
  return (
    <div ref={place}>
      {problem && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      <Board
        headingLevel={headingLevel}
        columns={shown.map((column) => ({
          status: column.status,
          count: column.totalCount,
          cards: column.items.map((item) => (
            <div key={item.id} data-item={item.id}>
              <Card
                item={item}
                ownSubGroup={ownSubGroup}
                headingLevel={headingLevel === 2 ? 3 : 4}
                onMove={(status) => void move(item, status)}
              />
            </div>
          )),
          more: column.totalCount > column.items.length && more(column, column.totalCount - column.items.length),
        }))}
      />
    </div>
  );
};

type CardProps = {
  item: BoardItem;
  ownSubGroup?: string;
  headingLevel: 3 | 4;
  onMove: (status: BoardItem['status']) => void;
};

const Card = ({ item, ownSubGroup, headingLevel, onMove }: CardProps) => {
  const { today } = useHub();
  const others = item.subGroups.map(({ name }) => name).filter((name) => name !== ownSubGroup);
  const helpers = item.openHelpRequests.map(({ agency }) => agency.shortName);
  const isShared = item.subGroups.length > 1;
  return (
    <BoardCard
      code={item.reference}
      title={item.title}
      to={itemPath(item.reference)}
      headingLevel={headingLevel}
      detail={
        (isShared || item.isRestricted || helpers.length > 0) && (
          <>
            {item.isRestricted && <RestrictedMark />}
            {isShared && (ownSubGroup ? <SharedWith names={others} /> : <SharedGroups names={others} />)}{' '}
            {helpers.length > 0 && <HelpWanted agencyNames={helpers} />}
          </>
        )
      }
      owner={item.assignees[0]?.fullName ?? 'Nobody assigned'}
      due={<DueState dueOn={item.dueOn} today={today} done={item.status === 'DONE'} />}
      moves={
        item.viewerMayPost
          ? workStatuses
              .filter((status) => status !== item.status)
              .map((status) => ({
                label: workStatusLooks[status].word,
                icon: workStatusLooks[status].icon,
                onSelect: () => onMove(status),
              }))
          : undefined
      }
    />
  );
};
