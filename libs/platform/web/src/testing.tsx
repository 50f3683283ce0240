import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { MockLink } from '@apollo/client/testing';
import { HubProvider } from '@sos/platform-ui';
import { render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { type Location, MemoryRouter, Route, Routes, useLocation } from 'react-router';
import { createCache } from './client/cache';
import { HubClient } from './client/HubClient';
import { pageStore } from './page/pageStore';
import { type HubFacts, type HubViewer } from './session/ShellQuery';
import { SessionProvider } from './session/session';
import { type Filling, SlotsProvider } from './slots/slots';

export const sampleHub: HubFacts = {
  __typename: 'Hub',
  name: 'SOS Hub',
  workgroupName: 'Statewide Overdose Safety Workgroup',
  isDemonstration: true,
  version: '0.1.0',
  today: '2026-11-20',
  contentNotice: 'Sample content. People and figures are invented.',
};

export const sampleViewer: HubViewer = {
  __typename: 'Viewer',
  isStaff: false,
  isAdministrator: false,
  isWorkgroupChair: false,
  chairedSubGroupSlugs: [],
  subGroupSlugs: ['public-safety'],
  dataStewardAgencyIds: [],
  mayCreateActionItems: true,
  mayAddDataSources: false,
  mayImportCatalogs: false,
  affiliation: 'Health Care Services',
  person: {
    __typename: 'Person',
    id: 'person-ana',
    fullName: 'Ana Reyes',
    initials: 'AR',
    email: 'ana.reyes@example.org',
    jobTitle: 'Policy analyst',
    agency: {
      __typename: 'Agency',
      id: 'agency-dhcs',
      key: 'dhcs',
      name: 'Department of Health Care Services',
      shortName: 'Health Care Services',
      abbreviation: 'DHCS',
    },
  },
};

export type RenderWithHubOptions = {
  /** Answers, in the shape of MockedProvider's mocks; the client masks data as the real one does. */
  mocks?: readonly MockLink.MockedResponse[];
  /** The client to use instead of one that answers from the mocks. */
  client?: ApolloClient;
  /** The address to begin at. */
  path?: string;
  /** The route's pattern, for pages that read parameters: `/goals/:number`. */
  route?: string;
  hub?: Partial<HubFacts>;
  /** Null: nobody is signed in. */
  viewer?: Partial<HubViewer> | null;
  fillings?: readonly Filling[];
};

export type HubRenderResult = RenderResult & { user: UserEvent; client: ApolloClient; location: () => Location };

/** Draws a page with all that the shell gives it: theme, client, address, viewer, slots. */
export const renderWithHub = (
  page: ReactNode,
  {
    mocks = [],
    client = new HubClient({ cache: createCache(), link: new MockLink(mocks), dataMasking: true }),
    path = '/',
    route = '*',
    hub,
    viewer = {},
    fillings = [],
  }: RenderWithHubOptions = {},
): HubRenderResult => {
  pageStore.reset();
  let location: Location;
  const LocationProbe = () => {
    location = useLocation();
    return null;
  };
  const result = render(
    <HubProvider>
      <ApolloProvider client={client}>
        <MemoryRouter initialEntries={[path]}>
          <LocationProbe />
          <SessionProvider hub={{ ...sampleHub, ...hub }} viewer={viewer && { ...sampleViewer, ...viewer }}>
            <SlotsProvider fillings={fillings}>
              <main>
                <Routes>
                  <Route path={route} element={page} />
                  <Route path="*" element={null} />
                </Routes>
              </main>
            </SlotsProvider>
          </SessionProvider>
        </MemoryRouter>
      </ApolloProvider>
    </HubProvider>,
    // A spec of a failure asks for it: React need not report what a boundary has caught.
    { onCaughtError: () => undefined },
  );
  return { ...result, user: userEvent.setup(), client, location: () => location };
};
