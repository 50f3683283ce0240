import type { ApolloCache } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useRefreshActivity } from '@sos/activity-web';
import type { Health } from '@sos/platform-ui';
import { type FieldProblems, type Intent, readResult } from '@sos/platform-web';
import { useCallback } from 'react';
import { DeclareGoalHealthMutation, DeclareObjectiveHealthMutation } from './declareHealth.mutations';
import type { Declaration } from './standing';
import type { HealthSubject } from './subject';

export type Words = { health: Health; reason: string; expectedDeclarationId: string | null };
export type Answer =
  | { kind: 'declared' }
  | { kind: 'stale'; current: Declaration }
  | { kind: 'refused'; message: string; fields: FieldProblems };
type Subject = Pick<HealthSubject, 'kind' | 'id'>;

/** Declares, and sees to it that every page shows what was declared last, by whomever. */
export const useDeclareHealth = ({ kind, id }: Subject) => {
  const client = useApolloClient();
  const refreshActivity = useRefreshActivity();
  return useCallback(
    async (words: Words, { context }: Intent): Promise<Answer> => {
      const send = async () => {
        if (kind === 'goal') {
          const variables = { input: { goalId: id, ...words } };
          return (await client.mutate({ mutation: DeclareGoalHealthMutation, variables, context })).data
            ?.declareGoalHealth;
        }
        const variables = { input: { objectiveId: id, ...words } };
        return (await client.mutate({ mutation: DeclareObjectiveHealthMutation, variables, context })).data
          ?.declareObjectiveHealth;
      };
      const result = await send();
      if (!result) throw new Error('The hub gave no answer.');
      const outcome = readResult(result, 'DeclareHealthSuccess');
      if (outcome.succeeded) {
        void refreshActivity();
        return { kind: 'declared' };
      }
      if (outcome.refusal.__typename === 'StaleDeclarationRefusal') {
        showCurrent(client.cache, { kind, id }, outcome.refusal.current);
        return { kind: 'stale', current: outcome.refusal.current };
      }
      return { kind: 'refused', message: outcome.message, fields: outcome.fields };
    },
    [client, refreshActivity, kind, id],
  );
};

/** A refusal brings the other's declaration without its goal: here it is tied to it. */
const showCurrent = (cache: ApolloCache, { kind, id }: Subject, current: Declaration) =>
  cache.modify({
    id: cache.identify({ __typename: kind === 'goal' ? 'Goal' : 'Objective', id }),
    fields: {
      declaredHealth: (_, { toReference }) =>
        toReference({ __typename: 'HealthDeclaration', id: current.id }) ?? undefined,
    },
  });
