import type { ReactNode } from 'react';
import { Icon } from '../icons/Icon';
import { classes } from '../words/classes';
import styles from './DataTable.module.css';

export type SortDirection = 'ascending' | 'descending';
export type TableSort = { column: string; direction: SortDirection };
export type TableColumn<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The cell that names the row: its <th>. The first column, unless one says so. */
  rowHeader?: boolean;
  number?: boolean;
  sortable?: boolean;
  /** The header is for those who listen only: a column of buttons. */
  hideHeader?: boolean;
  /** What stands before the value on a phone; the header, unless it speaks for itself (''). */
  narrowLabel?: string | ((row: Row) => string);
  width?: string;
  /** Its content stands at the right edge: a button. */
  end?: boolean;
};

export type DataTableProps<Row> = {
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  caption: ReactNode;
  hideCaption?: boolean;
  sort?: TableSort | null;
  onSort?: (sort: TableSort) => void;
  /** The table inside a goal: 14 px cells, ruled above. */
  compact?: boolean;
};

/** Hairlines, no stripes; on a phone each row becomes a few lines. The roles are spelled out, because CSS that changes a table's display takes them away. */
export const DataTable = <Row,>({
  columns,
  rows,
  rowKey,
  caption,
  hideCaption,
  sort,
  onSort,
  compact,
}: DataTableProps<Row>) => {
  const named = columns.find((column) => column.rowHeader) ?? columns[0];
  return (
    <table role="table" className={classes(styles.table, compact && styles.compact)}>
      <caption className={hideCaption ? styles.hidden : styles.caption}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              className={cellClass(column)}
              style={column.width ? { width: column.width } : undefined}
              aria-sort={column.sortable && sort?.column === column.key ? sort.direction : undefined}
            >
              {header(column, sort, onSort)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) =>
              column === named ? (
                <th key={column.key} role="rowheader" scope="row">
                  {column.cell(row)}
                </th>
              ) : (
                <td key={column.key} role="cell" className={cellClass(column)}>
                  {drawn(column, row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const cellClass = <Row,>(column: TableColumn<Row>) =>
  classes(column.number && styles.number, column.end && styles.end) || undefined;

const header = <Row,>(column: TableColumn<Row>, sort?: TableSort | null, onSort?: (sort: TableSort) => void) => {
  if (column.hideHeader) return <span className={styles.hidden}>{column.header}</span>;
  if (!column.sortable || !onSort) return column.header;
  const direction = sort?.column === column.key ? sort.direction : null;
  return (
    <button
      type="button"
      className={styles.sort}
      onClick={() => onSort({ column: column.key, direction: direction === 'ascending' ? 'descending' : 'ascending' })}
    >
      {column.header}
      <Icon
        name={direction === 'descending' ? 'chevronUp' : 'chevronDown'}
        className={direction ? undefined : styles.unsorted}
      />
    </button>
  );
};

/** An empty cell stays truly empty, so that the phone's rows can leave it out. */
const drawn = <Row,>(column: TableColumn<Row>, row: Row) => {
  const content = column.cell(row);
  if (content === null || content === undefined || content === false || content === '') return null;
  const { narrowLabel = column.hideHeader ? '' : column.header } = column;
  const label = typeof narrowLabel === 'function' ? narrowLabel(row) : narrowLabel;
  return (
    <>
      {label !== '' && <span className={styles.cellLabel}>{label}</span>}
      {content}
    </>
  );
};

/** A title with its code in a narrow column before it: "3.3  Naloxone at hand ...". */
export const CodedTitle = ({ code, children }: { code: ReactNode; children: ReactNode }) => (
  <span className={styles.coded}>
    <span className={styles.code}>{code}</span>
    <span>{children}</span>
  </span>
);
