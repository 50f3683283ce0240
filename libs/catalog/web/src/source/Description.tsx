import { Section } from '@sos/platform-ui';
import styles from './source.module.css';

/** What fits under the heading; a feed's description can be pages long. */
const ledeLength = 420;

/** The first sentences of a long description, and all of a short one. */
export const ledeOf = (text: string): string => {
  if (text.length <= ledeLength) return text;
  const start = text.slice(0, ledeLength);
  const sentences = /^[\s\S]*[.!?](?=\s)/.exec(start)?.[0];
  return sentences ?? `${start.slice(0, start.lastIndexOf(' '))} …`;
};

export const Description = ({ text }: { text: string }) =>
  text.length > ledeLength && (
    <Section title="Description">
      {text.split(/\n\s*\n/).map((paragraph, place) => (
        <p key={place} className={styles.paragraph}>
          {paragraph}
        </p>
      ))}
    </Section>
  );
