export { identityRoutes, signInRoutes } from './identity.routes';
export { otherWaysIn, otherWaysToConfirm, profilePasskeys, profileTokens } from './identity.slots';
export { SessionEndQuery } from './session/session.operations';
export { SessionWatch } from './session/SessionWatch';
export { tellSessionGoesOn } from './session/sessionNews';
export { SignInAgainProvider, useConfirmIdentity, useSignInAgain } from './sign-in-again/signInAgain';
export { useEnter } from './signing/useEnter';
export { useSignOut } from './signing/useSignOut';
export { useTokenInFragment } from './signing/useTokenInFragment';
