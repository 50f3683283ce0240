import { CheckboxField, PageHeader, Section } from '@sos/platform-ui';
import { usePage, useSingleKeys } from '@sos/platform-web';
import { Link } from 'react-router';
import styles from './page.module.css';

export const AccessibilityPage = () => {
  usePage({ title: 'Accessibility' });
  const [singleKeys, chooseSingleKeys] = useSingleKeys();
  return (
    <>
      <PageHeader
        title="Accessibility"
        width="narrow"
        lede="Everyone in the workgroup should be able to use this hub."
      />
      <div className={styles.prose}>
        <Section title="What we aim for">
          <p>
            The Web Content Accessibility Guidelines (WCAG) 2.2, level AA. Every page works with a keyboard alone, with
            a screen reader, at 400 percent zoom, on a screen 320 pixels wide, in light and in dark colors, and with
            your system’s high contrast. Every chart has a table beside it. Nothing is said by color alone.
          </p>
        </Section>
        <Section title="Keys">
          <p>
            On lists, single keys such as J and K move from row to row. If you speak to your computer, or press keys by
            accident, turn them off; Ctrl and Command keys stay.
          </p>
          <CheckboxField
            className={styles.choice}
            label="Use single keys on this computer"
            checked={singleKeys}
            onChange={chooseSingleKeys}
          />
        </Section>
        <Section title="Something does not work for you?">
          <p>
            Tell us which page, what you tried, and what you use to read it. <Link to="/help">Help and contact</Link>{' '}
            says how. We answer with a way to do your work today, and then mend the page.
          </p>
        </Section>
      </div>
    </>
  );
};
