import { useQuery, useSuspenseQuery } from '@apollo/client/react';
import { ComboboxField, EmptyState, PageHeader, Section } from '@sos/platform-ui';
import { NoAccessPage, RouteBoundary, urlText, usePage, useUrlState, useViewer } from '@sos/platform-web';
import { useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { AccessAnswers } from './AccessAnswers';
import { AccessExplanationQuery, AccessThingsQuery } from './access.queries';
import styles from './admin.module.css';
import { PersonField } from './PersonField';

const urlParts = { person: urlText(), thing: urlText() };
const theHub = 'hub';

/** "https://hub.example.org/items/PS-19" and "/items/PS-19" are looked for as PS-19. */
export const wordsOf = (typed: string): string => {
  const trimmed = typed.trim();
  if (!/^(https?:\/\/|\/)/.test(trimmed)) return trimmed;
  const { pathname } = new URL(trimmed, 'https://hub.invalid');
  return decodeURIComponent(pathname.split('/').filter(Boolean)[1] ?? '').replaceAll(
    '-',
    /\d$/.test(pathname) ? '-' : ' ',
  );
};

export const AccessPage = () =>
  useViewer().isAdministrator ? (
    <Access />
  ) : (
    <NoAccessPage
      title="Why can they see this?"
      reason="Administrators can look into other people’s access."
      whoCan="An administrator can give you that role."
    />
  );

const Access = () => {
  usePage({
    title: 'Why can they see this?',
    breadcrumbs: [{ label: 'People', to: '/admin/people' }, { label: 'Access' }],
  });
  const [{ person, thing }, setUrl] = useUrlState(urlParts);
  return (
    <>
      <PageHeader
        title="Why can they see this?"
        lede="Choose a person and a thing. The rules that decide answer themselves, with the seat or role that each answer rests on."
      />
      <div className={styles.pair}>
        <PersonField label="Person" value={person || null} onChange={(next) => setUrl({ person: next ?? '' })} />
        <ThingField value={thing} onChange={(next) => setUrl({ thing: next })} />
      </div>
      {person && thing ? (
        <RouteBoundary what="The answer">
          <Explanation personId={person} thingId={thing === theHub ? null : thing} />
        </RouteBoundary>
      ) : (
        <EmptyState icon="person" title="Nothing chosen yet." body="Choose a person and a thing above." />
      )}
    </>
  );
};

type FieldOfUrl = { value: string; onChange: (value: string) => void };

const ThingField = ({ value, onChange }: FieldOfUrl) => {
  const [text, setText] = useState('');
  const wanted = useDeferredValue(wordsOf(text));
  const { data } = useQuery(AccessThingsQuery, { variables: { text: wanted }, skip: wanted === '' });
  return (
    <ComboboxField
      label="Thing"
      hint="Words, a reference such as PS-19, or an address of the hub."
      value={value || null}
      onChange={(next) => onChange(next ?? '')}
      onSearch={setText}
      options={[
        { value: theHub, label: 'The hub as a whole' },
        ...(data?.search.hits ?? []).map(({ id, title, detail }) => ({
          value: id,
          label: title,
          detail: detail ?? undefined,
        })),
      ]}
    />
  );
};

const Explanation = ({ personId, thingId }: { personId: string; thingId: string | null }) => {
  const { data } = useSuspenseQuery(AccessExplanationQuery, {
    variables: { personId, thingId },
    fetchPolicy: 'cache-and-network',
  });
  const found = data.accessExplanation;
  if (!found) return <EmptyState icon="search" title="No such person or thing." body="Choose again above." />;
  const { label, path, person, answers } = found;
  return (
    <Section
      title={
        <>
          {person.fullName}: {path ? <Link to={path}>{label}</Link> : label}
        </>
      }
    >
      <AccessAnswers name={person.fullName} answers={answers} />
    </Section>
  );
};
