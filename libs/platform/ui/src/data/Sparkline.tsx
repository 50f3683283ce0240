import { classes } from '../words/classes';
import styles from './Sparkline.module.css';

export type SparkPoint = { value: number | null; provisional?: boolean };
export type SparklineProps = {
  points: readonly SparkPoint[];
  target?: number | null;
  /** The finding, in a sentence. */ label: string;
};

const width = 232;
const height = 56;
const inset = 7;

/** A goal's indicator at a glance: final solid, provisional dotted with a hollow end, the target in poppy. A hidden value breaks the line. */
export const Sparkline = ({ points, target, label }: SparklineProps) => {
  const values = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const all = target === null || target === undefined ? values : [...values, target];
  const low = Math.min(...all);
  const span = Math.max(...all) - low || 1;
  const x = (place: number) => 3 + (points.length < 2 ? 0 : (place * (width - 10)) / (points.length - 1));
  const y = (value: number) => inset + (1 - (value - low) / span) * (height - 2 * inset);
  const at = points.flatMap((point, place) =>
    point.value === null ? [] : [{ place, x: x(place), y: y(point.value), provisional: point.provisional ?? false }],
  );
  const path = (drawn: (point: (typeof at)[number]) => boolean) =>
    at
      .map((point, order) => {
        const before = at[order - 1];
        const joined = before !== undefined && before.place === point.place - 1;
        return drawn(point) && joined ? `M${before.x} ${before.y}L${point.x} ${point.y}` : '';
      })
      .join('');
  const lastFinal = at.findLast((point) => !point.provisional);
  const last = at.at(-1);
  return (
    <svg className={styles.spark} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {target !== null && target !== undefined && <path className={styles.target} d={`M0 ${y(target)}H${width}`} />}
      <path className={styles.line} d={path((point) => !point.provisional)} />
      <path className={classes(styles.line, styles.provisional)} d={path((point) => point.provisional)} />
      {lastFinal && <circle className={styles.disc} cx={lastFinal.x} cy={lastFinal.y} r="3" />}
      {last?.provisional && <circle className={styles.ring} cx={last.x} cy={last.y} r="3.5" />}
    </svg>
  );
};
