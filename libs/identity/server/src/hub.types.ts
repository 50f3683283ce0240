import { Field, ObjectType } from '@nestjs/graphql';
import { CalendarDate, Policy } from '@sos/platform-server';

@ObjectType({ description: 'This hub, as anybody may know it before signing in.' })
@Policy('public')
export class Hub {
  @Field({ description: 'Name of the product.' }) name: string;
  @Field({ description: 'Whether it shows sample content and lets one choose a person to sign in as.' })
  isDemonstration: boolean;
  @Field({ description: 'Version of the software.' }) version: string;
  @Field(() => CalendarDate, { description: "Today in the workgroup's time zone." }) today: string;
  @Field(() => String, { nullable: true, description: 'Shown in the footer; null when the content is real.' })
  contentNotice: string | null;
}
