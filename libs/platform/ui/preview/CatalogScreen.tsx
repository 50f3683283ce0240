import { useState } from 'react';
import {
  AccessMark,
  type Breakdown,
  Breakdowns,
  Button,
  Chip,
  Columns,
  FacetGroup,
  FacetPanel,
  Highlight,
  PageHeader,
  ResultList,
  ResultRow,
  SearchField,
  Section,
  SortSelect,
} from '../src/index';
import { PreviewFrame } from './PreviewFrame';

const asked = new Set(['County', 'Race']);
const breakdowns = (missing: string[]): Breakdown[] =>
  ['County', 'Age', 'Sex', 'Race', 'Language', 'Income', 'Housing'].map((label) => ({
    label,
    state: missing.includes(label) ? 'NO' : 'YES',
    asked: asked.has(label),
  }));

export const CatalogScreen = () => {
  const [text, setText] = useState('nonfatal overdose by county and race');
  const [chosen, setChosen] = useState(new Set(['Public Health', 'Health Care Access', 'Emergency Medical']));
  const [order, setOrder] = useState('best');
  const toggle = (value: string) =>
    setChosen(new Set(chosen.has(value) ? [...chosen].filter((one) => one !== value) : [...chosen, value]));
  const options = (values: [string, number][]) =>
    values.map(([label, count]) => ({ value: label, label, count, selected: chosen.has(label) }));
  return (
    <PreviewFrame
      at="Data catalog"
      count={1}
      identity={{ name: 'Tomas Beltran', affiliation: 'Public Health', initials: 'TB' }}
      breadcrumbs={[{ label: 'Data catalog', to: '/catalog' }, { label: 'Search' }]}
    >
      <PageHeader title="Data catalog" actions={<Button variant="subtle">Questions and gaps</Button>} />
      <SearchField label="Search the data catalog" value={text} onChange={setText} onSubmit={() => {}} />
      <p style={{ margin: '8px 0 24px', display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        <Chip label="Topic: nonfatal overdose" onRemove={() => {}} />
        <Chip label="By county" onRemove={() => {}} />
      </p>
      <Columns
        side="left"
        aside={
          <FacetPanel total={6} inUse={3}>
            <FacetGroup
              title="Agency"
              onToggle={toggle}
              options={options([
                ['Public Health', 14],
                ['Health Care Access', 9],
                ['Emergency Medical', 5],
                ['Justice', 4],
                ['Managed Health Care', 2],
                ['Highway Patrol', 0],
              ])}
            />
            <FacetGroup
              title="Topic"
              onToggle={toggle}
              options={options([
                ['Emergency visits', 12],
                ['Deaths', 9],
                ['Ambulance', 5],
                ['Treatment', 0],
              ])}
            />
          </FacetPanel>
        }
        main={
          <Section
            title="28 sources"
            rule="below"
            end={
              <SortSelect
                value={order}
                onChange={setOrder}
                options={[
                  { value: 'best', label: 'Best match' },
                  { value: 'new', label: 'Newest' },
                ]}
              />
            }
          >
            <ResultList>
              <ResultRow
                title={<Highlight text="Emergency department visits for [[nonfatal overdose]]" />}
                to="/source"
                by="Department of Health Care Access and Information (HCAI). Steward Priya Raman"
                summary="Visits with any drug poisoning code, by drug group and intent, for every licensed hospital. Counts of 1 to 10 are hidden."
                facts={[
                  { label: 'Access', value: <AccessMark level="RESTRICTED_PUBLIC" /> },
                  { label: 'Lag', value: '5 months' },
                  { label: 'Updated', value: 'Oct 15, 2026' },
                ]}
              >
                <Breakdowns items={breakdowns(['Language', 'Housing'])} />
              </ResultRow>
              <ResultRow
                title="Ambulance responses with naloxone given"
                to="/source"
                by="Emergency Medical Services Authority (EMSA). Steward Kofi Mensah"
                summary={
                  <Highlight
                    text={
                      'Near-real-time count of responses with suspected \uE000overdose\uE001. \uE000Race\uE001 is recorded in 61% of responses.'
                    }
                  />
                }
                facts={[
                  { label: 'Access', value: <AccessMark level="PUBLIC" /> },
                  { label: 'Lag', value: '9 days' },
                  { label: 'Updated', value: 'Nov 17, 2026' },
                ]}
              >
                <Breakdowns items={breakdowns(['Race', 'Language', 'Income', 'Housing'])} />
              </ResultRow>
              <ResultRow
                title="Patient-level encounter records, emergency and inpatient"
                to="/source"
                by="Health Care Access and Information (HCAI). Steward Priya Raman"
                summary="One line per encounter, for linkage. Only the description is shown here; the records stay with HCAI."
                facts={[{ label: 'Access', value: <AccessMark level="NON_PUBLIC" /> }]}
                route={{
                  words: (
                    <>
                      <b>How to ask:</b> covered by the interagency agreement, so no new one. About 6 weeks.
                    </>
                  ),
                  action: <Button size="s">Request access</Button>,
                }}
              >
                <Breakdowns items={breakdowns([])} />
              </ResultRow>
            </ResultList>
          </Section>
        }
      />
    </PreviewFrame>
  );
};
