import { useMutation } from '@apollo/client/react';
import { graphql } from '@sos/platform-contract';
import { useToast } from '@sos/platform-ui';
import { type Intent, readResult, wasDoneBefore } from '@sos/platform-web';
import { useNavigate } from 'react-router';
import { failureWords } from '../failureWords';
import { sourcePath } from '../words';
import { forgetSearches } from './forgetSearches';
import { inputOf, type SourceValues } from './sourceValues';
import type { Sent } from './useSourceForm';

export const AddDataSourceMutation = graphql(`
  mutation AddDataSource($input: DataSourceInput!) {
    addDataSource(input: $input) {
      ... on DataSourceSuccess {
        dataSource {
          id
          slug
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

export const useAddSource = () => {
  const [mutate] = useMutation(AddDataSourceMutation, { update: forgetSearches });
  const toast = useToast();
  const navigate = useNavigate();
  return async (values: SourceValues, intent: Intent): Promise<Sent> => {
    try {
      const { data } = await mutate({ variables: { input: inputOf(values) }, context: intent.context });
      if (!data) throw new Error('The hub gave no answer.');
      const outcome = readResult(data.addDataSource, 'DataSourceSuccess');
      if (!outcome.succeeded && wasDoneBefore(outcome.fields)) intent.renew();
      if (!outcome.succeeded) return { kind: 'refused', message: outcome.message, fields: outcome.fields };
      toast({ message: 'Source added' });
      void navigate(sourcePath(outcome.value.dataSource.slug));
      return { kind: 'saved' };
    } catch (error) {
      return { kind: 'refused', message: failureWords(error), fields: {} };
    }
  };
};
