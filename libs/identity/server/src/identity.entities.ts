import { AgencyEntity } from './agency.entity';
import { DepartureEntity } from './leaving/departure.entity';
import { PersonEntity } from './person.entity';
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
];
