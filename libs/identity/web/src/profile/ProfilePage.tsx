import { useSuspenseQuery } from '@apollo/client/react';
import { PageHeader } from '@sos/platform-ui';
import { NotFoundPage, Slot, usePage } from '@sos/platform-web';
import type { ProfileQuery as ProfileData } from '@sos/platform-contract';
import { profilePasskeys, profileTokens } from '../identity.slots';
import { AboutYou } from './AboutYou';
import { Notifications } from './Notifications';
import styles from './profile.module.css';
import { ProfileQuery } from './profile.operations';
import { SessionList } from './SessionList';

export type Me = NonNullable<ProfileData['viewer']>;

/** What a person says of themselves, and where they are signed in. */
export const ProfilePage = () => {
  const { data } = useSuspenseQuery(ProfileQuery, { fetchPolicy: 'cache-and-network' });
  return data.viewer ? <Profile me={data.viewer} sessions={data.mySessions} /> : <NotFoundPage what="profile" />;
};

const Profile = ({ me, sessions }: { me: Me; sessions: ProfileData['mySessions'] }) => {
  usePage({ title: 'Your profile' });
  return (
    <>
      <PageHeader width="narrow" title="Your profile" lede={`${me.person.fullName}, ${me.affiliation}`} />
      <div className={styles.sections}>
        <AboutYou me={me} />
        <Notifications me={me} />
        <Slot of={profilePasskeys} />
        <SessionList sessions={sessions} />
        <Slot of={profileTokens} />
      </div>
    </>
  );
};
