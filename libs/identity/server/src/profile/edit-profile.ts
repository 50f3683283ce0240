import { Injectable } from '@nestjs/common';
import { ActivityRecorder } from '@sos/activity-server';
import {
  checkInput,
  Database,
  plainText,
  ViewerSource,
  type InvalidInputRefusal,
  type Viewer,
} from '@sos/platform-server';
import { z } from 'zod';
import { findProfile } from './profile.repository';
import { Language, type EditProfileInput, type ProfileSuccess } from './profile.types';

const shape = z.object({
  fullName: plainText('Your name', { minimum: 1, maximum: 200 }).nullish(),
  jobTitle: plainText('Your job title', { maximum: 200 }).nullish(),
  language: z.enum(Language).nullish(),
});

/** People change what they say of themselves; agency, address at work and roles are others' to change. */
@Injectable()
export class EditProfile {
  constructor(
    private readonly database: Database,
    private readonly activity: ActivityRecorder,
    private readonly viewers: ViewerSource,
  ) {}

  async edit(viewer: Viewer, input: EditProfileInput): Promise<ProfileSuccess | InvalidInputRefusal> {
    const { value, refusal } = checkInput(shape, input);
    if (refusal) return refusal;
    const profile = await this.database.transaction(async (transaction) => {
      const [before] = await transaction.query(
        'select full_name as "fullName", job_title as "jobTitle", language from person where id = $1 for update',
        [viewer.personId],
      );
      const [after] = await transaction.query(
        `update person set full_name = coalesce($2, full_name), job_title = coalesce($3, job_title),
           language = coalesce($4, language)
         where id = $1 returning full_name as "fullName", job_title as "jobTitle", language`,
        [viewer.personId, value.fullName ?? null, value.jobTitle ?? null, value.language ?? null],
      );
      await this.activity.record(transaction, viewer, {
        action: 'edited the profile of',
        subjectType: 'Person',
        subjectId: viewer.personId,
        subjectLabel: after!.fullName as string,
        before,
        after,
        visibleInFeed: false,
      });
      return findProfile(transaction, viewer.personId);
    });
    this.viewers.forgetPerson(viewer.personId);
    return { __typename: 'ProfileSuccess', profile };
  }
}
