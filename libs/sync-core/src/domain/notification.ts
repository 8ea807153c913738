import type {
  AccessProblem,
  EntryProblem,
  FileRole,
  Instant,
  PendingCounts,
  Product,
  SourceTrouble,
} from './model.js';
import type { SyncCause } from './derive-sync-causes.js';

export type Severity = 'error' | 'warning' | 'information' | 'success';

/** The verb on a notification's one button; `null` where there is nothing to press. */
export type NotificationAction =
  | 'post'
  | 'details'
  | 'take-over'
  | 'sign-in'
  | 'restore-link'
  | 'retry'
  | 'migrate'
  | 'show-entries'
  | 'undo-link'
  | null;

/**
 * What a program is told. Derived from state, never stored: it cannot get stuck, arrive twice or outlive its cause.
 * Every one says what, why, since when and what can be done.
 */
export type Notification = {
  /** Stable while its cause lasts. */
  readonly id: string;
  readonly since: Instant;
  readonly severity: Severity;
  readonly action: NotificationAction;
} & NotificationCause;

export type NotificationCause =
  | {
      readonly kind: 'entries-pending';
      readonly counts: PendingCounts;
      /** How many of them have problems and would stay behind. */ readonly withProblems: number;
    }
  | {
      readonly kind: 'source-trouble';
      readonly fileId: string;
      readonly name: string;
      readonly product: Product;
      readonly trouble: SourceTrouble;
    }
  | {
      readonly kind: 'source-twin';
      readonly twinId: string;
      readonly name: string;
      readonly modifiedAt: Instant;
      readonly original: string;
      readonly originalModifiedAt: Instant | null;
    }
  | {
      readonly kind: 'chart-missing';
      readonly reason: 'none' | 'several' | 'unreadable';
      readonly detail: string | null;
    }
  | {
      readonly kind: 'index-trouble';
      readonly name: string;
      readonly reason: 'unreadable' | 'bad-lines' | 'held-elsewhere' | 'listed-twice' | 'other-role';
      readonly detail: string;
    }
  | { readonly kind: 'held-elsewhere'; readonly machine: string }
  | {
      readonly kind: 'claim-unverified';
      /** Of the claim. */ readonly name: string;
      readonly reason: AccessProblem;
    }
  | { readonly kind: 'accounting-missing'; readonly path: string }
  | { readonly kind: 'watching-degraded'; readonly folder: string }
  | {
      readonly kind: 'check-failed';
      readonly path: string;
      readonly name: string;
      readonly reason: AccessProblem;
    }
  | {
      readonly kind: 'signed-out';
      /** How many pending entries wait for somebody to sign in. */ readonly heldBack: number;
    }
  | {
      readonly kind: 'file-detached';
      readonly fileId: string;
      readonly name: string;
      readonly attachedPath: string;
      readonly openedPath: string;
      readonly status: DetachedStatus;
    }
  | {
      readonly kind: 'link-restored';
      readonly fileId: string;
      readonly name: string;
      /** The correction that can be taken back. */ readonly changeId: string;
    }
  | { readonly kind: 'entries-waiting'; readonly fileId: string; readonly counts: PendingCounts }
  | {
      readonly kind: 'entries-problems';
      readonly fileId: string;
      /** Entries that cannot be posted. */ readonly count: number;
      readonly first: EntryProblem;
      /** Further problems that say something else. */ readonly others: number;
    }
  | { readonly kind: 'entries-locked'; readonly fileId: string; readonly count: number }
  | { readonly kind: 'sync-error'; readonly cause: SyncCause }
  | {
      readonly kind: 'file-moved';
      readonly files: readonly { readonly fileId: string; readonly name: string }[];
      /** Name of the folder that took all of them along; `null` for a single file. */
      readonly folder: string | null;
      readonly from: string;
      /** `null` where several places are possible. */
      readonly to: string | null;
    };

/** How the open document differs from what its mandate says. */
export type DetachedStatus = 'renamed' | 'moved' | 'moved-and-renamed' | 'other-file' | 'copy';

export type NotificationKind = NotificationCause['kind'];

/** One attached file with the facts that notifications are derived from. */
export interface SourceFacts {
  readonly fileId: string;
  readonly name: string;
  readonly role: FileRole;
  readonly product: Product;
  readonly trouble: SourceTrouble | null;
}

/** A copy that a cloud folder or a person made beside a listed entry file [T6]. */
export interface TwinFacts {
  readonly twinId: string;
  readonly name: string;
  readonly modifiedAt: Instant;
  readonly original: string;
  readonly originalModifiedAt: Instant | null;
  readonly since: Instant;
}

/** Everything that the scope of one accounting document can be told about. */
export interface ComptaFacts {
  readonly accountingFile: { readonly path: string; readonly missingSince: Instant | null };
  readonly pending: {
    readonly counts: PendingCounts;
    readonly withProblems: number;
    readonly since: Instant | null;
  };
  readonly sources: readonly SourceFacts[];
  readonly twins: readonly TwinFacts[];
  readonly chart:
    | { readonly status: 'present' }
    | {
        readonly status: 'none' | 'several' | 'unreadable';
        readonly detail: string | null;
        readonly since: Instant;
      };
  readonly index:
    | { readonly status: 'sound' }
    | {
        readonly status: 'unreadable' | 'bad-lines' | 'held-elsewhere' | 'listed-twice' | 'other-role';
        readonly name: string;
        readonly detail: string;
        readonly since: Instant;
      };
  readonly claim: ClaimFacts;
  readonly degradedFolders: readonly { readonly folder: string; readonly since: Instant }[];
  readonly failedChecks: readonly FailedCheckFacts[];
  readonly signedOut: SignedOutFacts | null;
  readonly detached: DetachedFacts | null;
  readonly restored: RestoredFacts | null;
}

/** Which agent owns the mandate. `unclaimed`: none yet, until its first scan. */
export type ClaimFacts =
  | { readonly status: 'owned' | 'unclaimed' }
  | { readonly status: 'elsewhere'; readonly machine: string; readonly since: Instant }
  | {
      readonly status: 'unverified';
      readonly name: string;
      readonly reason: AccessProblem;
      readonly since: Instant;
    };

/** A file or folder of the mandate that could not be checked. */
export interface FailedCheckFacts {
  readonly path: string;
  readonly name: string;
  readonly reason: AccessProblem;
  readonly since: Instant;
}

/** Nobody is signed in although the mandate is shared. */
export interface SignedOutFacts {
  readonly since: Instant;
  readonly heldBack: number;
}

/** An open document that is not where its mandate says, or in whose place another one lies. */
export interface DetachedFacts {
  readonly fileId: string;
  readonly name: string;
  readonly attachedPath: string;
  readonly openedPath: string;
  readonly status: DetachedStatus;
  readonly since: Instant;
}

/** What has become of the entries that a document's program writes. */
export interface EntriesFacts {
  /** Of their entry file. */
  readonly fileId: string;
  readonly waiting: PendingCounts;
  /** Since when entries wait; `null` while none does. */
  readonly since: Instant | null;
  /** How many of those that wait have problems. */
  readonly withProblems: number;
  /** The problems of each entry that has any, in the order of the entries; of very many only the first. */
  readonly problems: readonly (readonly EntryProblem[])[];
  readonly posted: number;
  readonly lastPostedAt: Instant | null;
}

/** The link of the open document was restored a moment ago. */
export interface RestoredFacts {
  readonly fileId: string;
  readonly name: string;
  readonly changeId: string;
  readonly since: Instant;
}

/** Everything that the scope of one document of invoicing, payroll, … can be told about. */
export interface DocumentFacts {
  readonly product: Product;
  /** `null`: nothing is known of an entry file. */
  readonly entries: EntriesFacts | null;
  readonly restored: RestoredFacts | null;
  /** `null`: the open document is where its mandate says. */
  readonly detached: DetachedFacts | null;
  readonly signedOut: SignedOutFacts | null;
}
