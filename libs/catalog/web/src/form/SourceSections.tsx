import { accessLooks, Section } from '@sos/platform-ui';
import type { ReactNode } from 'react';
import { frequencyWords } from '../words';
import { BreakdownsField } from './BreakdownsField';
import { DistributionsField } from './DistributionsField';
import { SourceArea, SourceChoice, SourceProse, SourceText } from './fields';
import styles from './form.module.css';
import { LinesField } from './LinesField';
import { PlacesField } from './PlacesField';
import { useSourceField, useSourceFormContext } from './sourceFormContext';
import type { SourceField } from './sourceValues';
import { StewardFields } from './StewardFields';
import { TagsField } from './TagsField';
import { Theirs } from './Theirs';
import { TopicsField } from './TopicsField';

const accessWords = {
  PUBLIC: `${accessLooks.PUBLIC.word}: anyone can have it`,
  RESTRICTED_PUBLIC: `${accessLooks.RESTRICTED_PUBLIC.word}: after asking, under terms`,
  NON_PUBLIC: `${accessLooks.NON_PUBLIC.word}: only its description is shown`,
};

const Fields = ({ title, children }: { title: string; children: ReactNode }) => (
  <Section title={title}>
    <div className={styles.fields}>{children}</div>
  </Section>
);

export const SourceSections = () => (
  <>
    <Fields title="What it is">
      <SourceText field="title" hint="As its owner calls it." maxLength={300} />
      <SourceText field="acronym" optional narrow maxLength={40} />
      <SourceProse field="description" rows={4} hint="Two or three sentences: what it holds, who collects it, why." />
      <SourceText field="recordUnit" optional hint="For example: one ambulance response." />
      <TopicsField />
      <Keywords />
      <Lines field="questions" one="question" hint="In plain words, as somebody would ask them." />
    </Fields>
    <Fields title="Who answers for it">
      <StewardFields />
      <SourceText field="contactName" optional hint="If questions go to somebody else." />
      <SourceText field="contactEmail" optional type="email" />
    </Fields>
    <Fields title="How to get it">
      <SourceChoice field="accessLevel" words={accessWords} />
      <Lines field="accessRoute" one="step" ordered hint="What to do, in order, and how long each step takes." />
      <SourceArea field="rights" optional hint="In one or two sentences." maxLength={255} />
      <SourceText field="legalBasis" optional hint="The law or agreement that says who may see it." />
      <SourceText field="license" optional type="url" hint="The address of the license." />
      <SourceText field="landingPage" optional type="url" />
    </Fields>
    <Fields title="Coverage and breakdowns">
      <div className={styles.pair}>
        <SourceText field="firstYear" optional maxLength={4} />
        <SourceText field="lastYear" optional maxLength={4} hint="Leave it empty while it goes on." />
      </div>
      <PlacesField />
      <SourceText field="spatial" optional hint="For example: California." />
      <BreakdownsField />
    </Fields>
    <Fields title="Freshness">
      <SourceChoice field="updateFrequency" words={frequencyWords} />
      <SourceText field="lag" optional hint="As people say it: about 4 months." />
      <SourceText field="lagDays" optional narrow maxLength={5} hint="For sorting: the usual number of days." />
    </Fields>
    <Fields title="Limits">
      <Lines field="knownLimits" one="limit" hint="What somebody should know before using it." />
      <SourceText field="suppressionPractice" optional hint="For example: counts of 1 to 10 are hidden." />
    </Fields>
    <Section title="Files and pages">
      <DistributionsField />
    </Section>
  </>
);

const Keywords = () => (
  <div>
    <TagsField {...useSourceField('keywords')} hint="Words that people search for. Press Enter after each." />
    <Theirs field="keywords" />
  </div>
);

type LinesProps = {
  field: Extract<SourceField, 'questions' | 'accessRoute' | 'knownLimits'>;
  one: string;
  hint: string;
  ordered?: boolean;
};

const Lines = ({ field, ...rest }: LinesProps) => {
  const { problems } = useSourceFormContext();
  const { label, value, onChange } = useSourceField(field);
  return (
    <div>
      <LinesField {...rest} field={field} label={label} value={value} onChange={onChange} problems={problems} />
      <Theirs field={field} />
    </div>
  );
};
