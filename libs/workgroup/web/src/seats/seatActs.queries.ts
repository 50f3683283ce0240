import { graphql } from '@sos/platform-contract';

export const AddSeatMutation = graphql(`
  mutation AddSeat($input: AddSeatInput!) {
    addSeat(input: $input) {
      ... on SeatSuccess {
        seat {
          id
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

export const FillSeatMutation = graphql(`
  mutation FillSeat($input: FillSeatInput!) {
    fillSeat(input: $input) {
      ... on SeatSuccess {
        seat {
          id
          version
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

export const VacateSeatMutation = graphql(`
  mutation VacateSeat($input: VacateSeatInput!) {
    vacateSeat(input: $input) {
      ... on SeatSuccess {
        seat {
          id
          version
        }
      }
      ... on Refusal {
        message
      }
      ... on NotAllowedRefusal {
        whoCan
      }
    }
  }
`);

export const NameAlternateMutation = graphql(`
  mutation NameAlternate($input: NameAlternateInput!) {
    nameAlternate(input: $input) {
      ... on SeatSuccess {
        seat {
          id
          version
          alternate {
            id
            fullName
          }
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

export const ChangeSeatTermMutation = graphql(`
  mutation ChangeSeatTerm($input: ChangeSeatTermInput!) {
    changeSeatTerm(input: $input) {
      ... on SeatSuccess {
        seat {
          id
          version
          endsOn
        }
      }
      ... on StaleSeatRefusal {
        current {
          id
          version
          endsOn
          person {
            id
            fullName
          }
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

/** Whom a seat is added for, and the agency that it would usually be of. */
export const SeatPersonQuery = graphql(`
  query SeatPerson($id: ID!) {
    node(id: $id) {
      id
      ... on Person {
        fullName
        agency {
          id
          abbreviation
        }
      }
    }
  }
`);
