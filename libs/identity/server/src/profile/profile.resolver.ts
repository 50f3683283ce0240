import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Database, Policy, requireViewer, type HubContext } from '@sos/platform-server';
import { ViewerProfile } from '../viewer.types';
import { EditProfile } from './edit-profile';
import { NotificationAddress } from './notification-address';
import { findProfile } from './profile.repository';
import {
  ConfirmAddressResult,
  EditProfileInput,
  EditProfileResult,
  NotificationAddressResult,
  OwnProfile,
} from './profile.types';

@Resolver(() => ViewerProfile)
export class ProfileResolver {
  constructor(
    private readonly database: Database,
    private readonly editProfileCase: EditProfile,
    private readonly address: NotificationAddress,
  ) {}

  @ResolveField(() => OwnProfile, { description: 'What only the viewer sees of themselves.' })
  profile(@Parent() { viewer }: ViewerProfile): Promise<OwnProfile> {
    return findProfile(this.database, viewer.personId);
  }

  @Mutation(() => EditProfileResult, { description: 'Changes the viewer’s own name, job title or language.' })
  @Policy('signed in')
  async editProfile(
    @Args('input') input: EditProfileInput,
    @Context() context: HubContext,
  ): Promise<typeof EditProfileResult> {
    const outcome = await this.editProfileCase.edit(requireViewer(context), input);
    context.loaders.forget();
    return outcome;
  }

  @Mutation(() => NotificationAddressResult, {
    description:
      'Sends a link to another address; once it is followed, notifications go there. Needs a recent sign-in.',
  })
  @Policy('signed in')
  requestNotificationAddress(
    @Args('email', { description: 'The other address.' }) email: string,
    @Context() context: HubContext,
  ): Promise<typeof NotificationAddressResult> {
    return this.address.request(context, email);
  }

  @Mutation(() => NotificationAddressResult, { description: 'Notifications go to the address at work again.' })
  @Policy('signed in')
  removeNotificationAddress(@Context() context: HubContext): Promise<typeof NotificationAddressResult> {
    return this.address.remove(requireViewer(context));
  }

  @Mutation(() => ConfirmAddressResult, {
    description: 'Confirms an address for notifications with the token of its link.',
  })
  @Policy('public')
  confirmNotificationAddress(
    @Args('token', { description: 'What stands behind `#token=` in the link.' }) token: string,
  ): Promise<typeof ConfirmAddressResult> {
    return this.address.confirm(token);
  }
}
