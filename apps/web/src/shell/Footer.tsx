import { formatDateTime } from '@sos/platform-ui';
import { useHub, useUpdatedAt } from '@sos/platform-web';
import { Link } from 'react-router';

export const Footer = () => {
  const { contentNotice } = useHub();
  const updatedAt = useUpdatedAt();
  return (
    <>
      {updatedAt && <span>Updated {formatDateTime(updatedAt)}</span>}
      <Link to="/accessibility">Accessibility</Link>
      <Link to="/help">Help and contact</Link>
      {contentNotice && <span>{contentNotice}</span>}
    </>
  );
};
