import { Context, Info, Query, Resolver } from '@nestjs/graphql';
import { Policy, requireViewer, type HubContext } from '@sos/platform-server';
import type { GraphQLResolveInfo } from 'graphql';
import { MyWorkService } from './my-work';
import { MyWork } from './my-work.types';

@Resolver()
export class MyWorkResolver {
  constructor(private readonly work: MyWorkService) {}

  @Query(() => MyWork, { description: 'What waits for the viewer.' })
  @Policy('signed in')
  myWork(@Context() context: HubContext, @Info() info: GraphQLResolveInfo): Promise<MyWork> {
    return this.work.of(requireViewer(context), info);
  }
}
