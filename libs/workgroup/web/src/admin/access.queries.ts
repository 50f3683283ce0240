import { graphql } from '@sos/platform-contract';

export const AccessPeopleQuery = graphql(`
  query AccessPeople($text: String) {
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

export const AccessThingsQuery = graphql(`
  query AccessThings($text: String!) {
    search(text: $text, first: 12) {
      hits {
        id
        kind
        title
        detail
        path
      }
    }
  }
`);

export const AccessExplanationQuery = graphql(`
  query AccessExplanation($personId: ID!, $thingId: ID) {
    accessExplanation(personId: $personId, thingId: $thingId) {
      thingId
      label
      path
      person {
        id
        fullName
      }
      answers {
        act
        isAllowed
        closed
        needs
        whoCan
        grounds {
          words
          holds
          whoGrants
          holdings {
            words
            startsOn
            endsOn
            state
            givenAt
            givenBy {
              id
              fullName
            }
          }
        }
      }
    }
  }
`);
