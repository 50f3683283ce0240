import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Policy, type HubContext } from '@sos/platform-server';
import { ChangeRoles } from './change-roles';
import { ChangeRoleTermInput, EndRoleInput, GrantRoleInput, RoleResult } from './role.types';

@Resolver()
export class ChangeRolesResolver {
  constructor(private readonly roles: ChangeRoles) {}

  @Mutation(() => RoleResult, { description: 'Gives a person a role, for a term.' })
  @Policy('staff', 'administrator')
  grantRole(@Args('input') input: GrantRoleInput, @Context() context: HubContext): Promise<RoleResult> {
    return this.roles.grant(input, context);
  }

  @Mutation(() => RoleResult, { description: 'Ends a role, from today on.' })
  @Policy('staff', 'administrator')
  endRole(@Args('input') input: EndRoleInput, @Context() context: HubContext): Promise<RoleResult> {
    return this.roles.end(input, context);
  }

  @Mutation(() => RoleResult, { description: 'Moves the last day of a role; also undoes its end.' })
  @Policy('staff', 'administrator')
  changeRoleTerm(@Args('input') input: ChangeRoleTermInput, @Context() context: HubContext): Promise<RoleResult> {
    return this.roles.changeTerm(input, context);
  }
}
