import { graphql, type ItemFormOptionsFragment } from '@sos/platform-contract';

export type ItemFormOptions = ItemFormOptionsFragment;

/** All that a form of an item offers; both pages that have the form ask for it in their own query. */
export const ItemFormOptionsFragmentDocument = graphql(`
  fragment ItemFormOptions on Query {
    goals {
      id
      number
      statement
      objectives {
        id
        key
        statement
      }
    }
    workgroup {
      id
      subGroups {
        id
        slug
        name
        focusItems {
          id
          slug
          statement
        }
      }
    }
    agencies(first: 200) {
      edges {
        node {
          id
          name
          abbreviation
        }
      }
    }
    people(first: 200) {
      edges {
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
