import { graphql, type ShellQuery as ShellQueryData } from '@sos/platform-contract';

/** All that every page may count on; asked once, by the shell. */
export const ShellQuery = graphql(`
  query Shell {
    hub {
      name
      workgroupName
      isDemonstration
      version
      today
      contentNotice
    }
    viewer {
      isStaff
      isAdministrator
      isWorkgroupChair
      chairedSubGroupSlugs
      subGroupSlugs
      dataStewardAgencyIds
      mayCreateActionItems
      mayAddDataSources
      mayImportCatalogs
      affiliation
      person {
        id
        fullName
        initials
        email
        jobTitle
        agency {
          id
          key
          name
          shortName
          abbreviation
        }
      }
    }
  }
`);

export type HubFacts = ShellQueryData['hub'];
export type HubViewer = NonNullable<ShellQueryData['viewer']>;
