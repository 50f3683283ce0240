import { AgencyEntity } from './agency.entity';
import { DepartureEntity } from './leaving/departure.entity';
import { PasskeyChallengeEntity } from './passkeys/passkey-challenge.entity';
import { PasskeyEntity } from './passkeys/passkey.entity';
import { PersonEntity } from './person.entity';
import { IdentityProviderAgencyEntity, IdentityProviderEntity } from './providers/identity-provider.entity';
import { PersonIdentityEntity } from './providers/person-identity.entity';
import { ProviderSignInEntity } from './providers/provider-sign-in.entity';
import { RoleGrantEntity } from './role-grant.entity';
import { SessionEntity } from './session.entity';
import { SignInTokenEntity } from './sign-in-token.entity';

/** Every table of the domain. */
export const identityEntities = [
  AgencyEntity,
  PersonEntity,
  RoleGrantEntity,
  SessionEntity,
  SignInTokenEntity,
  DepartureEntity,
  PasskeyEntity,
  PasskeyChallengeEntity,
  IdentityProviderEntity,
  IdentityProviderAgencyEntity,
  PersonIdentityEntity,
  ProviderSignInEntity,
];
