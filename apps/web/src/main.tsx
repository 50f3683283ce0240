import { ApolloProvider } from '@apollo/client/react';
import { HubProvider } from '@sos/platform-ui';
import { createHubClient, SlotsProvider } from '@sos/platform-web';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { router } from './router';
import { applyTrustPolicy } from './security/trustPolicy';
import { goToSignIn } from './session/goToSignIn';
import { reloadAfterRelease } from './session/reloadAfterRelease';
import { fillings } from './slots';

applyTrustPolicy();
reloadAfterRelease();
const client = createHubClient({
  onSignedOut: () => goToSignIn(router, client),
  knowsOperations: import.meta.env.PROD,
});
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');

createRoot(root).render(
  <StrictMode>
    <HubProvider>
      <ApolloProvider client={client}>
        <SlotsProvider fillings={fillings}>
          <RouterProvider router={router} />
        </SlotsProvider>
      </ApolloProvider>
    </HubProvider>
  </StrictMode>,
);
