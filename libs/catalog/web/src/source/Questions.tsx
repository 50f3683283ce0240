import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { Section } from '@sos/platform-ui';
import { graphql, type QuestionsFragment } from '@sos/platform-contract';
import styles from './source.module.css';

const QuestionsParts = graphql(`
  fragment Questions on DataSource {
    id
    questions
  }
`);

export const Questions = ({ source: from }: { source: FragmentType<QuestionsFragment> }) => {
  const { data: source } = useSuspenseFragment({ fragment: QuestionsParts, from });
  return (
    source.questions.length > 0 && (
      <Section title="Questions it answers" count={source.questions.length}>
        <ul className={styles.rows}>
          {source.questions.map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      </Section>
    )
  );
};
