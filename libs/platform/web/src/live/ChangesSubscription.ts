import { type ChangesSubscription as ChangesData, graphql } from '@sos/platform-contract';

export const ChangesSubscription = graphql(`
  subscription Changes($after: String) {
    changes(after: $after) {
      cursor
      kind
      subjectType
      subjectId
      relatedIds
      byViewer
    }
  }
`);

export type LiveChange = ChangesData['changes'];
