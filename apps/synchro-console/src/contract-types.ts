/** The messages of the API as the console uses them; types only, so that no schema enters the bundle. */
import type { Overview } from '@synchro/sync-core/contract';

export type {
  AttachFile,
  CorrectFile,
  ErrorCode,
  LinkChange,
  MandateFileMessage,
  MandateMessage,
  NotificationMessage,
  Overview,
  OverviewMandate,
  OverviewNotification,
  StatusSnapshot,
} from '@synchro/sync-core/contract';

export type AccountMessage = NonNullable<Overview['account']>;
export type Capability = Overview['capabilities'][number];
export type SyncCause = NonNullable<Overview['mandates'][number]['sync']>['causes'][number];
