import type { FragmentType } from '@apollo/client';
import { useSuspenseFragment } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { DueState, type Fact, Facts, formatDate, Section } from '@sos/platform-ui';
import { useHub } from '@sos/platform-web';
import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import { priorityWords } from '../item/itemWords';
import styles from './ItemPage.module.css';

export const ItemFactsFragment = graphql(`
  fragment ItemFacts on ActionItem {
    id
    status
    priority
    startOn
    dueOn
    completedAt
    tags
    goal {
      id
      number
      statement
    }
    objective {
      id
      key
      statement
    }
    focusItem {
      id
      slug
      statement
    }
    leadAgency {
      id
      key
      name
    }
    supportingAgencies {
      id
      key
      name
    }
    assignees {
      id
      fullName
    }
  }
`);

type Linked = { key: string; label: string; to: string };

const links = (items: readonly Linked[], nothing: string): ReactNode =>
  items.length === 0
    ? nothing
    : items.map((item, place) => (
        <Fragment key={item.key}>
          {place > 0 && ', '}
          <Link to={item.to}>{item.label}</Link>
        </Fragment>
      ));

const agencyLink = ({ key, name }: { key: string; name: string }): Linked => ({
  key,
  label: name,
  to: `/directory/agencies/${encodeURIComponent(key)}`,
});

/** Who, by when, and what it serves. */
export const ItemFacts = ({ item }: { item: FragmentType<typeof ItemFactsFragment> }) => {
  const { today } = useHub();
  const { data } = useSuspenseFragment({ fragment: ItemFactsFragment, from: item });
  const people = data.assignees.map(({ id, fullName }) => ({
    key: id,
    label: fullName,
    to: `/directory/people/${id}`,
  }));
  const isDone = data.status === 'DONE';
  const rows: Fact[] = [
    { label: people.length > 1 ? 'Owners' : 'Owner', value: links(people, 'Nobody is assigned yet') },
    { label: 'Lead agency', value: links([agencyLink(data.leadAgency)], '') },
    { label: 'Supporting', value: links(data.supportingAgencies.map(agencyLink), 'None') },
    {
      label: 'Due',
      value: data.dueOn ? (
        <span className={styles.due}>
          {!isDone && <DueState dueOn={data.dueOn} today={today} />} {formatDate(data.dueOn)}
        </span>
      ) : (
        'No due date'
      ),
    },
    ...(data.completedAt ? [{ label: 'Done', value: formatDate(data.completedAt) }] : []),
    ...(data.startOn ? [{ label: 'Start', value: formatDate(data.startOn) }] : []),
    { label: 'Priority', value: priorityWords[data.priority] },
    {
      label: 'Goal',
      value: <Link to={`/goals/${data.goal.number}`}>{`${data.goal.number}. ${data.goal.statement}`}</Link>,
    },
    ...(data.objective
      ? [
          {
            label: 'Objective',
            value: (
              <Link
                to={`/objectives/${data.objective.key}`}
              >{`${data.objective.key} ${data.objective.statement}`}</Link>
            ),
          },
        ]
      : []),
    { label: 'Focus', value: <Link to={`/items?focus=${data.focusItem.slug}`}>{data.focusItem.statement}</Link> },
    ...(data.tags.length > 0
      ? [
          {
            label: 'Tags',
            value: links(
              data.tags.map((tag) => ({ key: tag, label: tag, to: `/items?tag=${encodeURIComponent(tag)}` })),
              '',
            ),
          },
        ]
      : []),
  ];
  return (
    <Section title="Facts">
      <Facts rows={rows} />
    </Section>
  );
};
