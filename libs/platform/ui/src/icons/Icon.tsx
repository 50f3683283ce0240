import { classes } from '../words/classes';
import styles from './Icon.module.css';
import { glyphs, lines } from './shapes';

export type IconName = keyof typeof lines | keyof typeof glyphs;
export type IconProps = {
  name: IconName;
  /** Line drawings: m is 20 px, s is 16 px. Glyphs have one size, 14 px. */
  size?: 'm' | 's';
  className?: string;
};

/** Always decoration: the word beside it carries the meaning, or the button's label does. */
export const Icon = ({ name, size = 's', className }: IconProps) =>
  name in lines ? (
    <svg
      className={classes(styles.line, size === 's' && styles.small, className)}
      viewBox="0 0 20 20"
      aria-hidden="true"
    >
      {lines[name as keyof typeof lines]}
    </svg>
  ) : (
    <svg className={classes(styles.glyph, className)} viewBox="0 0 14 14" aria-hidden="true">
      {glyphs[name as keyof typeof glyphs]}
    </svg>
  );
