import { graphql } from '@sos/platform-contract';

export const SeatParts = graphql(`
  fragment SeatParts on Seat {
    id
    role
    startsOn
    endsOn
    version
    agency {
      id
      key
      shortName
    }
    person {
      id
      fullName
      initials
    }
    alternate {
      id
      fullName
    }
  }
`);
