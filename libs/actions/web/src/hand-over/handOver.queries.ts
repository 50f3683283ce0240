import { graphql } from '@sos/platform-contract';

export const HandOverQuery = graphql(`
  query HandOver($id: ID!) {
    node(id: $id) {
      id
      ... on Seat {
        role
        endsOn
        state
        viewerMayFill
        agency {
          id
          shortName
        }
        person {
          id
          fullName
        }
        subGroup {
          id
          slug
          name
        }
        workgroup {
          id
          name
        }
        itemsToHandOver {
          id
          reference
          title
          dueOn
        }
      }
    }
  }
`);

export const SuccessorsQuery = graphql(`
  query Successors($text: String) {
    people(text: $text, first: 20) {
      edges {
        cursor
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

export const HandOverSeatMutation = graphql(`
  mutation HandOverSeat($input: HandOverSeatInput!) {
    handOverSeat(input: $input) {
      ... on HandOverSeatSuccess {
        seat {
          id
        }
        movedItems {
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
