import { useMutation } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { useToast } from '@sos/platform-ui';
import { createIntent, type Intent, readResult, wasDoneBefore } from '@sos/platform-web';
import { useNavigate } from 'react-router';
import { failureWords } from '../failureWords';
import { forgetSearches } from './forgetSearches';
import { inputOf, type SourceValues, valuesOf } from './sourceValues';
import type { Sent } from './useSourceForm';

export const EditDataSourceMutation = graphql(`
  mutation EditDataSource($id: ID!, $expectedVersion: Int!, $input: DataSourceInput!) {
    editDataSource(id: $id, expectedVersion: $expectedVersion, input: $input) {
      ... on DataSourceSuccess {
        dataSource {
          id
          version
          ...EditedSource @unmask
          ...Source
        }
      }
      ... on StaleDataSourceRefusal {
        message
        current {
          id
          version
          ...EditedSource @unmask
        }
      }
      ... on Refusal {
        message
      }
      ... on NotAllowedRefusal {
        whoCan
      }
      ... on InvalidInputRefusal {
        fields {
          path
          message
        }
      }
    }
  }
`);

export const useEditSource = (id: string, path: string) => {
  const [mutate] = useMutation(EditDataSourceMutation, { update: forgetSearches });
  const toast = useToast();
  const navigate = useNavigate();

  const send = async (values: SourceValues, version: number, intent: Intent) => {
    const tryIt = async () => {
      const variables = { id, expectedVersion: version, input: inputOf(values) };
      const { data } = await mutate({ variables, context: intent.context });
      if (!data) throw new Error('The hub gave no answer.');
      return readResult(data.editDataSource, 'DataSourceSuccess');
    };
    const outcome = await tryIt();
    if (outcome.succeeded || !wasDoneBefore(outcome.fields)) return outcome;
    // Their own earlier try was saved: sent as another act, it is met as a newer version.
    intent.renew();
    return tryIt();
  };
  const undo = async (before: SourceValues, version: number) => {
    try {
      const outcome = await send(before, version, createIntent());
      toast({ message: outcome.succeeded ? 'Changes undone' : outcome.message });
    } catch (error) {
      toast({ message: failureWords(error) });
    }
  };
  return async (values: SourceValues, intent: Intent, version: number | null, base: SourceValues): Promise<Sent> => {
    try {
      const outcome = await send(values, version ?? 0, intent);
      if (outcome.succeeded) {
        toast({ message: 'Changes saved', undo: () => void undo(base, outcome.value.dataSource.version) });
        void navigate(path);
        return { kind: 'saved' };
      }
      const { refusal } = outcome;
      return refusal.__typename === 'StaleDataSourceRefusal'
        ? { kind: 'stale', version: refusal.current.version, current: valuesOf(refusal.current) }
        : { kind: 'refused', message: outcome.message, fields: outcome.fields };
    } catch (error) {
      return { kind: 'refused', message: failureWords(error), fields: {} };
    }
  };
};
