export { identityRoutes, signInRoutes } from './identity.routes';
export { useSignOut } from './signing/useSignOut';
