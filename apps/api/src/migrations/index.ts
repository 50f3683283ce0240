import { TheHouse1795200000000 } from './1795200000000-the-house';
import { RowSecurity1795300000000 } from './1795300000000-row-security';
import { SignIn1795310000000 } from './1795310000000-sign-in';
import { People1795320000000 } from './1795320000000-people';
import { PasskeysAndProviders1795330000000 } from './1795330000000-passkeys-and-providers';
import { TheSealedTrail1795340000000 } from './1795340000000-the-sealed-trail';
import { Once1795350000000 } from './1795350000000-once';
import { Removal1795350000001 } from './1795350000001-removal';
import { CatalogUpload1795360000000 } from './1795360000000-catalog-upload';
import { Outbox1795370000000 } from './1795370000000-outbox';
import { PgBoss1795370000001 } from './1795370000001-pg-boss';
import { AnnounceChanges1795370000002 } from './1795370000002-announce-changes';
import { AccessTokens1795380000000 } from './1795380000000-access-tokens';
import { ChangesAreLookedFor1795390000000 } from './1795390000000-changes-are-looked-for';
import { LinksByIndex1795390000001 } from './1795390000001-links-by-index';
import { TakenBack1795391000000 } from './1795391000000-taken-back';
import { UploadPieces1795392000000 } from './1795392000000-upload-pieces';
import { FeedLimits1795392000001 } from './1795392000001-feed-limits';

/** One ordered history. */
export const migrations = [
  TheHouse1795200000000,
  RowSecurity1795300000000,
  SignIn1795310000000,
  People1795320000000,
  PasskeysAndProviders1795330000000,
  TheSealedTrail1795340000000,
  Once1795350000000,
  Removal1795350000001,
  CatalogUpload1795360000000,
  Outbox1795370000000,
  PgBoss1795370000001,
  AnnounceChanges1795370000002,
  AccessTokens1795380000000,
  ChangesAreLookedFor1795390000000,
  LinksByIndex1795390000001,
  TakenBack1795391000000,
  UploadPieces1795392000000,
  FeedLimits1795392000001,
];
