import { useApolloClient } from '@apollo/client/react';
import type { OfferedMembershipQuery as OfferData } from '@sos/platform-contract';
import { readFailure } from '@sos/platform-web';
import { useCallback, useEffect, useState } from 'react';
import { OfferedMembershipQuery } from './invitation.queries';

export type Offer = NonNullable<OfferData['offeredMembership']>;

/**
 * What a link offers, asked once and kept nowhere: signing in clears the store and asks every open query again, and by
 * then the link is used up.
 */
export const useOffer = (token: string) => {
  const client = useApolloClient();
  const [offer, setOffer] = useState<Offer | null>();
  const [failure, setFailure] = useState<string | null>(null);
  const ask = useCallback(() => {
    setFailure(null);
    client.query({ query: OfferedMembershipQuery, variables: { token }, fetchPolicy: 'no-cache' }).then(
      ({ data }) => setOffer(data?.offeredMembership ?? null),
      (error: unknown) => setFailure(readFailure(error).message),
    );
  }, [client, token]);
  useEffect(ask, [ask]);
  return { offer, failure, ask };
};
