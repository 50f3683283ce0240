import { graphql } from '@sos/platform-contract';

export const AsOfQuery = graphql(`
  query AsOf($id: ID!, $date: Date!) {
    asOf(id: $id, date: $date) {
      date
      existed
      since
      fields {
        name
        label
        kind
        then
        now
        isChanged
      }
      changes {
        occurredAt
        actorLabel
        action
        detail
        fields
      }
    }
  }
`);
