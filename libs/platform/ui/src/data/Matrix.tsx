import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from '../icons/Icon';
import { SharedWith } from '../status/SharedWith';
import { VisuallyHidden } from '../states/VisuallyHidden';
import hidden from '../states/VisuallyHidden.module.css';
import { listOf } from '../words/lists';
import styles from './Matrix.module.css';

export type MatrixColumn = { key: string; label: string; /** Tinted: the one whose page this is. */ ours?: boolean };
export type MatrixRow = {
  key: string;
  title: ReactNode;
  to?: string;
  meta?: ReactNode;
  /** Keys of the columns it belongs to. */ in: readonly string[];
};
export type MatrixProps = {
  caption: string;
  rowHeading: string;
  columns: readonly MatrixColumn[];
  rows: readonly MatrixRow[];
};

/** One row for each focus, one column for each sub-group. On a phone the columns become "Shared with ...". */
export const Matrix = ({ caption, rowHeading, columns, rows }: MatrixProps) => (
  <table className={styles.matrix}>
    <caption className={hidden.hidden}>{caption}</caption>
    <thead>
      <tr>
        <th scope="col">{rowHeading}</th>
        {columns.map((column) => (
          <th key={column.key} scope="col">
            {column.label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((row) => (
        <tr key={row.key}>
          <th scope="row">
            <span className={styles.title}>
              {row.to === undefined ? row.title : <Link to={row.to}>{row.title}</Link>}
            </span>
            <span className={styles.meta}>
              <Sharing names={others(row, columns)} />
              {row.meta}
            </span>
          </th>
          {columns.map((column) => {
            const belongs = row.in.includes(column.key);
            return (
              <td key={column.key} className={column.ours ? styles.ours : undefined}>
                <span className={belongs ? styles.yes : styles.no}>
                  <Icon name={belongs ? 'disc' : 'dash'} />
                  <VisuallyHidden>{belongs ? 'Yes' : 'No'}</VisuallyHidden>
                </span>
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  </table>
);

const others = (row: MatrixRow, columns: readonly MatrixColumn[]) =>
  columns.filter((column) => !column.ours && row.in.includes(column.key)).map((column) => column.label);

/** Wide, the columns say with whom; narrow, the words do. */
const Sharing = ({ names }: { names: readonly string[] }) =>
  names.length > 0 && (
    <>
      <span className={styles.wide}>
        <SharedWith names={names} words="Shared" />
      </span>
      <span className={styles.narrow}>
        <SharedWith names={names} words={`Shared with ${listOf(names)}`} />
      </span>
    </>
  );
