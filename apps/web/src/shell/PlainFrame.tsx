import { AppFrame } from '@sos/platform-ui';
import { useHub } from '@sos/platform-web';
import { Footer } from './Footer';
import { PageArea } from './PageArea';

/** Before anyone is signed in: no rail entries, no search. */
export const PlainFrame = () => (
  <AppFrame workgroupName={useHub().workgroupName} navigation={[]} footer={<Footer />}>
    <PageArea />
  </AppFrame>
);
