import { Kbd, PageHeader, Section } from '@sos/platform-ui';
import { usePage, useViewerIfSignedIn } from '@sos/platform-web';
import { Link } from 'react-router';
import { HelpInACrisis } from './HelpInACrisis';
import styles from './page.module.css';

const keys = [
  { keys: ['Ctrl', 'K'], does: 'search everything (Command and K on a Mac)' },
  { keys: ['J'], does: 'next row of a list' },
  { keys: ['K'], does: 'row before' },
  { keys: ['U'], does: 'update the row you are on' },
  { keys: ['Ctrl', 'Enter'], does: 'post what you wrote' },
];

export const HelpPage = () => {
  usePage({ title: 'Help and contact' });
  const isSignedIn = useViewerIfSignedIn() !== null;
  return (
    <>
      <PageHeader title="Help and contact" width="narrow" lede="Who to ask, and what the keyboard can do." />
      <div className={styles.prose}>
        <Section title="Who to ask">
          <p>
            The staff of the workgroup look after members, roles and sign-in.{' '}
            {isSignedIn ? (
              <>
                You find them, and every chair, in the <Link to="/directory">Directory</Link>.
              </>
            ) : (
              'Answer the message that invited you: it reaches them.'
            )}
          </p>
          <p>When something failed, send the reference that the page shows: it leads to what happened.</p>
        </Section>
        <Section title="Keys">
          <ul>
            {keys.map((row) => (
              <li key={row.does} className={styles.keys}>
                <span>
                  {row.keys.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </span>
                {row.does}
              </li>
            ))}
          </ul>
          <p>
            Single keys can be turned off: see <Link to="/accessibility">Accessibility</Link>.
          </p>
        </Section>
        <HelpInACrisis />
      </div>
    </>
  );
};
