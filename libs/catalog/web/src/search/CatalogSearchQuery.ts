import { type CatalogSearchQuery as CatalogSearchData, graphql } from '@sos/platform-contract';

export const CatalogSearchQuery = graphql(`
  query CatalogSearch(
    $text: String
    $filter: DataSourceFilter
    $sort: DataSourceSort
    $first: Int
    $after: String
    $exactWords: Boolean
  ) {
    dataSourceSearch(text: $text, filter: $filter, sort: $sort, first: $first, after: $after, exactWords: $exactWords) {
      totalCount
      correctedText
      didYouMean
      understoodTerms {
        written
        understoodAs
      }
      askedBreakdowns
      facets {
        agencies {
          value
          label
          count
          selected
        }
        themes {
          value
          label
          count
          selected
        }
        geographicLevels {
          value
          label
          count
          selected
        }
        accessLevels {
          value
          label
          count
          selected
        }
        updateFrequencies {
          value
          label
          count
          selected
        }
        firstYear
        lastYear
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        cursor
        node {
          titleHighlight
          excerpt
          dataSource {
            id
            feed {
              key
              title
            }
            ...FoundSource
          }
        }
      }
    }
  }
`);

export type CatalogSearch = CatalogSearchData['dataSourceSearch'];
export type CatalogFacets = CatalogSearch['facets'];
