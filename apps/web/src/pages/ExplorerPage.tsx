import { Button, PageHeader, Section, TextAreaField } from '@sos/platform-ui';
import { usePage } from '@sos/platform-web';
import { useState } from 'react';
import styles from './explorer.module.css';
import { type ExplorerAnswer, runOperation } from './explorer';

const example = `query MyWork {
  viewer {
    person {
      fullName
    }
  }
  myWork {
    overdue {
      reference
      title
      dueOn
    }
  }
}`;

/** For whoever writes a program against the hub: any operation, as oneself, with what one may see and do. */
export const ExplorerPage = () => {
  const [query, setQuery] = useState(example);
  const [variables, setVariables] = useState('{}');
  const [answer, setAnswer] = useState<ExplorerAnswer | null>(null);
  const [isRunning, setRunning] = useState(false);
  usePage({ title: 'API explorer' });
  const run = async () => {
    setRunning(true);
    setAnswer(await runOperation(query, variables));
    setRunning(false);
  };
  return (
    <>
      <PageHeader
        title="API explorer"
        lede="Try a GraphQL operation as yourself: it sees what you may see, and what it changes is changed. Programs use an access token from your profile."
        actions={<Button href="/api/schema.graphql">Schema</Button>}
      />
      <form
        className={styles.explorer}
        aria-label="Operation"
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void run();
        }}
      >
        <TextAreaField label="Operation" rows={16} value={query} onChange={setQuery} />
        <TextAreaField
          label="Variables"
          hint="As JSON."
          rows={4}

          value={variables}
          onChange={setVariables}
          error={answer?.problem}
        />
        <div>
          <Button type="submit" variant="primary" busy={isRunning} shortcut="Ctrl+Enter">
            Run
          </Button>
        </div>
      </form>
      <Section title="Answer">
        <p role="status" className={styles.standing}>
          {answer ? answer.standing : 'Run the operation to see its answer here.'}
        </p>
        {answer?.text && (
          <pre className={styles.answer} tabIndex={0} aria-label="Answer">
            {answer.text}
          </pre>
        )}
      </Section>
    </>
  );
};
