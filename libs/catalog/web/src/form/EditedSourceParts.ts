import { graphql } from '@sos/platform-contract';

/** Everything that the form can change. */
export const EditedSourceParts = graphql(`
  fragment EditedSource on DataSource {
    id
    slug
    version
    title
    acronym
    description
    recordUnit
    themes
    keywords
    questions
    stewardAgency {
      id
    }
    publisherAgency {
      id
    }
    stewardPerson {
      id
    }
    stewardUnit
    contactName
    contactEmail
    accessLevel
    accessRoute
    rights
    legalBasis
    license
    suppressionPractice
    knownLimits
    updateFrequency
    lag
    lagDays
    geographicLevels
    spatial
    firstYear
    lastYear
    temporal
    breakdowns {
      age
      sex
      race
      ethnicity
      language
      householdIncome
      immigrationStatus
    }
    landingPage
    distributions {
      id
      title
      description
      format
      mediaType
      accessUrl
      downloadUrl
    }
  }
`);
