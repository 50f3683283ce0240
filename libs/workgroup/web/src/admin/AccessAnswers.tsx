import type { AccessExplanationQuery } from '@sos/platform-contract';
import { formatDate } from '@sos/platform-ui';
import styles from './admin.module.css';
import { termStateWord, termWords } from './words';

type Answer = NonNullable<AccessExplanationQuery['accessExplanation']>['answers'][number];
type Ground = Answer['grounds'][number];

/** "Co-chair of Harm Reduction, for DHCS (Since Mar 8, 2025), given by Ana Reyes on Mar 1, 2025" */
const holdingWords = ({ words, startsOn, endsOn, state, givenBy, givenAt }: Ground['holdings'][number]): string => {
  const term = startsOn
    ? ` (${termWords({ startsOn, endsOn })}${state === 'RUNNING' ? '' : `, ${termStateWord[state].toLowerCase()}`})`
    : '';
  const giver = givenBy
    ? `, given by ${givenBy.fullName}${givenAt ? ` on ${formatDate(givenAt.slice(0, 10))}` : ''}`
    : '';
  return `${words}${term}${giver}`;
};

export const AccessAnswers = ({ name, answers }: { name: string; answers: readonly Answer[] }) => (
  <div className={styles.answers}>
    {answers.map((answer) => (
      <section key={answer.act}>
        <h3>
          {name} {answer.isAllowed ? 'may' : 'may not'} {answer.act}
        </h3>
        {answer.isAllowed ? <Because grounds={answer.grounds} /> : <Missing answer={answer} />}
      </section>
    ))}
  </div>
);

const Because = ({ grounds }: { grounds: Ground[] }) => (
  <ul className={styles.grounds}>
    {grounds
      .filter(({ holds }) => holds)
      .map(({ words, holdings }) => (
        <li key={words}>
          Because this person {words}
          {holdings.length > 0 && <>: {holdings.map(holdingWords).join('; ')}</>}.
        </li>
      ))}
  </ul>
);

const Missing = ({ answer }: { answer: Answer }) => {
  if (answer.closed) return <p>Because {answer.closed}.</p>;
  return (
    <>
      {answer.needs && <p>First this person must be able to {answer.needs}.</p>}
      <p className={styles.quiet}>Any one of these would be enough:</p>
      <ul className={styles.grounds}>
        {answer.grounds
          .filter(({ holds }) => !holds)
          .map(({ words, whoGrants, holdings }) => (
            <li key={words}>
              That this person {words}. {holdings.length > 0 && <>{holdings.map(holdingWords).join('; ')}. </>}
              {whoGrants}
            </li>
          ))}
      </ul>
    </>
  );
};
