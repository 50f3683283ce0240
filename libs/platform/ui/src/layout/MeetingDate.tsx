import styles from './MeetingDate.module.css';

export type MeetingDateProps = {
  day: string | number;
  month: string;
  /** "Thursday, 10:00 to 11:30 AM Pacific" */ time: string;
};

/** The next meeting's day as a large numeral. */
export const MeetingDate = ({ day, month, time }: MeetingDateProps) => (
  <p className={styles.meeting}>
    <span className={styles.day}>{day}</span> <span className={styles.month}>{month}</span>{' '}
    <span className={styles.time}>{time}</span>
  </p>
);
