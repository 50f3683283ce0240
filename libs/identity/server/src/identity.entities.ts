import { AddressConfirmationEntity } from './sign-in/address-confirmation.entity';
import { AccessTokenEntity } from './access-tokens/access-token.entity';
import { AgencyEntity } from './agency.entity';
import { DepartureEntity } from './leaving/departure.entity';
import { PasskeyChallengeEntity } from './passkeys/passkey-challenge.entity';
import { PasskeyEntity } from './passkeys/passkey.entity';
import { PersonEntity } from './person.entity';
import { IdentityProviderAgencyEntity, IdentityProviderEntity } from './providers/identity-provider.entity';
import { PersonIdentityEntity } from './providers/person-identity.entity';
import { ProviderSignInEntity } from './providers/provider-sign-in.entity';
import { RoleGrantEntity } from './role-grant.entity';
import { SessionEntity } from './sign-in/session.entity';
import { SetupTokenEntity } from './sign-in/setup-token.entity';
import { SignInCodeEntity } from './sign-in/sign-in-code.entity';
import { SignInRequestEntity } from './sign-in/sign-in-request.entity';
import { SignInTokenEntity } from './sign-in/sign-in-token.entity';

/** Every table of the domain. */
export const identityEntities = [
  AccessTokenEntity,
  AddressConfirmationEntity,
  AgencyEntity,
  PersonEntity,
  RoleGrantEntity,
  SessionEntity,
  DepartureEntity,
  PasskeyEntity,
  PasskeyChallengeEntity,
  IdentityProviderEntity,
  IdentityProviderAgencyEntity,
  PersonIdentityEntity,
  ProviderSignInEntity,
  SetupTokenEntity,
  SignInCodeEntity,
  SignInRequestEntity,
  SignInTokenEntity,
];
