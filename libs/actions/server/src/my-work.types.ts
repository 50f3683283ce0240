import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Policy } from '@sos/platform-server';
import { ActionItem } from './action-item.types';
import { HelpRequest } from './help-request.types';

@ObjectType({ description: 'What waits for the viewer. An item is theirs when they are assigned to it.' })
@Policy('signed in')
export class MyWork {
  @Field(() => [ActionItem], { description: 'Open after their due date, longest first.' }) overdue: ActionItem[];
  @Field(() => [ActionItem], { description: 'Due within 14 days, soonest first.' }) dueSoon: ActionItem[];
  @Field(() => [ActionItem], { description: 'The viewer’s other open items, soonest due first.' }) later: ActionItem[];
  @Field(() => [HelpRequest], {
    description: 'Open requests for help that others addressed to the viewer’s agency, oldest first.',
  })
  waitingOnYou: HelpRequest[];
  @Field(() => Int, { description: 'How many open items the viewer has.' }) openCount: number;
}
