import { countOf } from '@sos/platform-ui';

/** "2 minutes", "1 minute 5 seconds", "40 seconds" */
export const timeLeftWords = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60);
  const rest = seconds % 60;
  const words = [minutes > 0 && countOf(minutes, 'minute'), (rest > 0 || minutes === 0) && countOf(rest, 'second')];
  return words.filter(Boolean).join(' ');
};

/** What is said aloud, seldom enough to be borne: at each whole minute, and at 30 and 10 seconds. */
export const spokenTime = (seconds: number): string => {
  const marks = [120, 60, 30, 10];
  const passed = marks.findLast((mark) => seconds <= mark);
  return passed === undefined ? '' : `${timeLeftWords(passed)} left`;
};
