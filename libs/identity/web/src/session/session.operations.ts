import { graphql } from '@sos/platform-contract';

export const SessionEndQuery = graphql(`
  query SessionEnd {
    session {
      secondsLeft
      endedBy
      warningSeconds
    }
  }
`);

export const StaySignedInMutation = graphql(`
  mutation StaySignedIn {
    staySignedIn {
      secondsLeft
    }
  }
`);

/** Asking by itself does not count as using the hub. */
export const inBackground = { headers: { 'sos-background': '1' } };
