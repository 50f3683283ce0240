import { Section } from '@sos/platform-ui';

/** Whoever comes to a page about overdoses may need this more than the page. */
export const HelpInACrisis = () => (
  <Section title="If you or someone near you needs help">
    <ul>
      <li>
        An overdose is an emergency: call <a href="tel:911">911</a>, give naloxone, and stay.
      </li>
      <li>
        In a crisis, call or text <a href="tel:988">988</a>, at any hour, or{' '}
        <a href="https://988lifeline.org/chat/">chat with the 988 Lifeline</a>.
      </li>
      <li>
        To find treatment, go to <a href="https://findtreatment.gov/">FindTreatment.gov</a> or call{' '}
        <a href="tel:+18006624357">1-800-662-4357</a>.
      </li>
      <li>
        To get naloxone, ask at a pharmacy, no prescription needed, or see{' '}
        <a href="https://calrxnaloxone.org/">CalRx naloxone</a>.
      </li>
    </ul>
  </Section>
);
