import { useQuery } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { type ComboboxOption, workStatuses, workStatusLooks } from '@sos/platform-ui';
import { priorityWords } from '../item/itemWords';
import { priorities } from './itemFilters';

export const FilterOptionsQuery = graphql(`
  query FilterOptions {
    goals {
      id
      number
      statement
      objectives {
        id
        key
        statement
      }
    }
    focusItems {
      id
      slug
      statement
    }
    workgroup {
      id
      subGroups {
        id
        slug
        name
      }
    }
    agencies(first: 200) {
      edges {
        node {
          id
          key
          name
          abbreviation
        }
      }
    }
    people(first: 200) {
      edges {
        node {
          id
          fullName
          agency {
            id
            abbreviation
          }
        }
      }
    }
  }
`);

export type FilterOptions = Record<
  'status' | 'priority' | 'goal' | 'objective' | 'focus' | 'subgroup' | 'agency' | 'assignee',
  ComboboxOption[]
>;

/** What the filters offer; until the names are there, chips show what the address says. */
export const useFilterOptions = (): FilterOptions => {
  const { data } = useQuery(FilterOptionsQuery);
  const goals = [...(data?.goals ?? [])].sort((one, other) => one.number - other.number);
  return {
    status: workStatuses.map((status) => ({ value: status, label: workStatusLooks[status].word })),
    priority: priorities.map((priority) => ({ value: priority, label: priorityWords[priority] })),
    goal: goals.map((goal) => ({ value: String(goal.number), label: `${goal.number}. ${goal.statement}` })),
    objective: goals.flatMap((goal) =>
      goal.objectives.map(({ key, statement }) => ({ value: key, label: `${key} ${statement}` })),
    ),
    focus: (data?.focusItems ?? []).map(({ slug, statement }) => ({ value: slug, label: statement })),
    subgroup: (data?.workgroup?.subGroups ?? []).map(({ slug, name }) => ({ value: slug, label: name })),
    agency: (data?.agencies.edges ?? []).map(({ node }) => ({
      value: node.key,
      label: node.name,
      detail: node.abbreviation,
    })),
    assignee: (data?.people.edges ?? []).map(({ node }) => ({
      value: node.id,
      label: node.fullName,
      detail: node.agency.abbreviation,
    })),
  };
};
