import { graphql, type SearchQuery as SearchQueryData } from '@sos/platform-contract';

export const SearchQuery = graphql(`
  query Search($text: String!, $first: Int) {
    search(text: $text, first: $first) {
      totalCount
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

export type Hit = SearchQueryData['search']['hits'][number];
export type HitKind = Hit['kind'];
