import type {
  AnswerOf,
  BodyOf,
  OperationId,
  Overview,
  ParamsOf,
  QueryOf,
  StatusQuery,
  StatusSnapshot,
} from '@synchro/sync-core/contract';
import { SynchroError } from '@synchro/sync-core/contract';
import { attachFile } from './use-cases/attach-file.js';
import { answerId, answerOnce } from './use-cases/answer-once.js';
import { changeAsOwner } from './use-cases/change-as-owner.js';
import { giveUpClaim, settleClaim, takeOver } from './scan/claim.js';
import { confirmVersion } from './use-cases/confirm-version.js';
import { correctFile } from './use-cases/correct-file.js';
import { createMandate } from './use-cases/create-mandate.js';
import { detachFile } from './use-cases/detach-file.js';
import { documentOpened } from './use-cases/document-opened.js';
import type { Environment } from './environment.js';
import { exportText, recordExport } from './use-cases/export-posting.js';
import { getLink, getMigration } from './use-cases/get-link.js';
import { fileMessage, getMandate } from './use-cases/get-mandate.js';
import type { Hub } from './hub/hub.js';
import { placeOf } from './use-cases/links.js';
import { listFolder } from './use-cases/list-folder.js';
import { listEntries } from './use-cases/list-entries.js';
import { listFileEntries } from './use-cases/list-file-entries.js';
import { listLinkChanges } from './use-cases/list-link-changes.js';
import { confirmArrival, getPosting, listPostings } from './use-cases/list-postings.js';
import {
  accountingsOf,
  keptMandates,
  present,
  requireAccounting,
  requireFile,
  requireMandate,
  requirePosting,
  sharedMandates,
} from './use-cases/lookups.js';
import { postEntries } from './use-cases/post-entries.js';
import { removeMandate } from './use-cases/remove-mandate.js';
import { renameMandate } from './use-cases/rename-mandate.js';
import { rereadRefusals } from './use-cases/reread-refusals.js';
import { restoreLinks } from './use-cases/restore-links.js';
import { requireSettled } from './use-cases/require-settled.js';
import type { ScanScheduler } from './scan/scan-scheduler.js';
import { undoLinkChange } from './use-cases/undo-link-change.js';
import { undoPosting } from './use-cases/undo-posting.js';
import { readAgain, unreadableSources } from './use-cases/version-reader.js';

/** What the service answers. Streams (its snapshots, sent at each change) and sessions belong to the transport. */
export type CallOperation = Exclude<
  OperationId,
  'streamStatus' | 'streamOverview' | 'streamScopes' | 'searchFile' | 'createSessionCode' | 'openSession'
>;

/** A request whose parts the contract's schemas have already accepted. */
export interface ApiRequest<O extends CallOperation> {
  readonly params: ParamsOf<O>;
  readonly query: QueryOf<O>;
  readonly body: BodyOf<O>;
  readonly idempotencyKey: string | null;
}

export type HandlerAnswer<O extends CallOperation> = O extends 'exportPosting' ? Uint8Array : AnswerOf<O>;

export type Handlers = {
  readonly [O in CallOperation]: (request: ApiRequest<O>) => HandlerAnswer<O> | Promise<HandlerAnswer<O>>;
};

/**
 * The contract's operations over the use cases: the one place where both meet. Validation and transport are the
 * caller's (Fastify in the agent, msw in the world); a `SynchroError` is to be answered as its problem document.
 */
export function createHandlers(
  env: Environment,
  scans: ScanScheduler,
  getStatus: (query: StatusQuery) => StatusSnapshot,
  getOverview: () => Overview,
): Handlers {
  const { store, files, clock } = env;
  const { nameOf } = files;
  const place = placeOf(files);
  const fileContext = { place, machine: env.machine };

  /**
   * Which agent owns the mandate is read from its claims just before a command: a scan may be seconds back. Of all
   * accounting files that are in their place: one that is not cannot be claimed there either.
   */
  const refreshClaims = async (mandateId: string): Promise<void> => {
    const accountings = store.read((tx) =>
      accountingsOf(tx, mandateId).map(({ id }) => present(tx.files.get(id), 'an accounting file')),
    );
    for (const { id, path } of accountings)
      if ((await files.stat(path))?.kind === 'file')
        await env.turns.run(id, () => settleClaim(env, id, path));
  };
  /** A stored version that can no longer be read is replaced by what its file holds now, if that can be read [H6]. */
  const replaceUnreadable = async (mandateId: string, accountingFileId?: string): Promise<void> => {
    const unreadable = store.read((tx) =>
      unreadableSources(tx, env.versions, requireAccounting(tx, mandateId, accountingFileId).id),
    );
    if (unreadable.length === 0) return;
    store.transaction((tx) => readAgain(tx, unreadable));
    await scans.scan(mandateId);
  };
  const requireKey = (key: string | null): string => {
    if (key === null) throw new SynchroError('idempotency-key-required');
    return key;
  };

  const requireHub = (): Hub => {
    if (env.hub === null) throw new SynchroError('not-supported');
    return env.hub;
  };
  const requireFollowing = (): void => {
    if (!env.followsFiles) throw new SynchroError('not-supported');
  };

  /** What follows once files were detached: their claims are given up, and mandates that wait for them may have them. */
  const release = async (
    mandateId: string,
    accountingPaths: readonly string[],
    waiting: readonly string[],
  ): Promise<void> => {
    await scans.scan(mandateId); // After it no scan is left that began before, and could claim once more.
    for (const path of accountingPaths) await giveUpClaim(env, path);
    for (const other of waiting) scans.hint(other);
  };

  return {
    getStatus: ({ query }) => getStatus(query),
    async documentOpened({ body }) {
      const mandateId = documentOpened(env, body);
      if (mandateId !== null) await scans.scan(mandateId);
      return getStatus(body);
    },
    getOverview,
    listMandates: () =>
      store.read((tx) => ({ items: keptMandates(tx).map(({ id }) => getMandate(tx, id, fileContext)) })),
    getMandate: ({ params }) => store.read((tx) => getMandate(tx, params.mandateId, fileContext)),

    async createMandate({ body, idempotencyKey }) {
      const mandateId = await createMandate(env, body, idempotencyKey);
      await scans.scan(mandateId);
      return store.read((tx) => getMandate(tx, mandateId, fileContext));
    },

    renameMandate: ({ params, body }) =>
      store.transaction((tx) => {
        renameMandate(tx, params.mandateId, body.name);
        return getMandate(tx, params.mandateId, fileContext);
      }),
    async removeMandate({ params, query }) {
      const { accountingPaths, waiting } = store.transaction((tx) => ({
        accountingPaths: removeMandate(tx, { ...params, ...query, now: clock.now() }),
        waiting: rereadRefusals(tx),
      }));
      await release(params.mandateId, accountingPaths, waiting);
      return undefined;
    },

    async takeOverMandate({ params }) {
      const accountings = store.read((tx) => {
        requireMandate(tx, params.mandateId);
        return accountingsOf(tx, params.mandateId).map(({ id }) =>
          present(tx.files.get(id), 'an accounting file'),
        );
      });
      for (const { id, path } of accountings) await takeOver(env, id, path);
      await scans.scan(params.mandateId); // What could not be told of the claim before is over.
      return store.read((tx) => getMandate(tx, params.mandateId, fileContext));
    },

    listEntries: ({ params, query }) => store.read((tx) => listEntries(tx, params.mandateId, query, nameOf)),

    listFileEntries: ({ params, query }) =>
      store.read((tx) => listFileEntries(tx, env.versions, { ...params, query })),

    async createPosting({ params, query, body, idempotencyKey }) {
      const key = requireKey(idempotencyKey);
      const { id } = store.read((tx) => requireAccounting(tx, params.mandateId, query.accountingFile));
      await replaceUnreadable(params.mandateId, query.accountingFile);
      const now = clock.now();
      const once = { operation: 'createPosting', key, content: { params, query, body }, now };
      return changeAsOwner(env, id, (tx, unsettled) =>
        answerOnce(tx, once, () => {
          const postingId = env.newId();
          const posted = postEntries(tx, env.versions, {
            mandateId: params.mandateId,
            accountingFileId: query.accountingFile,
            request: body,
            postingId,
            now,
          });
          unsettled({ postingId, change: 'posted', answerId: answerId(once) });
          return posted;
        }),
      );
    },

    listPostings: ({ params, query }) =>
      store.read((tx) => listPostings(tx, params.mandateId, query.accountingFile)),
    getPosting: ({ params, query }) =>
      store.read((tx) => getPosting(tx, { ...params, cursor: query.cursor, limit: query.limit })),

    async deletePosting({ params, idempotencyKey }) {
      const { id: accountingFileId } = store.read((tx) => {
        const posting = requirePosting(tx, params.mandateId, params.postingId);
        return requireAccounting(tx, params.mandateId, posting.accountingFileId);
      });
      const now = clock.now();
      const once = { operation: 'deletePosting', key: idempotencyKey ?? '', content: params, now };
      return changeAsOwner(env, accountingFileId, (tx, unsettled) => {
        const run = () => {
          const undone = undoPosting(tx, env.versions, { ...params, now });
          unsettled({
            postingId: params.postingId,
            change: 'undone',
            answerId: idempotencyKey === null ? null : answerId(once),
          });
          return undone;
        };
        return idempotencyKey === null ? run() : answerOnce(tx, once, run);
      });
    },

    confirmArrival: ({ params }) =>
      store.transaction((tx) => {
        requireSettled(tx, params);
        return confirmArrival(tx, { ...params, now: clock.now() });
      }),
    exportPosting({ params, query, idempotencyKey: key }) {
      const now = clock.now();
      const content = { params, query };
      return store.transaction((tx) => {
        requireSettled(tx, params);
        const record = () => recordExport(tx, { ...params, ...query, now });
        if (key === null) record();
        else answerOnce(tx, { operation: 'exportPosting', key, content, now }, () => (record(), null));
        return exportText(tx, { ...params, ...query });
      });
    },

    async attachFile({ params, body }) {
      requireFollowing();
      const fileId = await attachFile(env, params.mandateId, body);
      await scans.scan(params.mandateId);
      return store.read((tx) => fileMessage(tx, requireFile(tx, params.mandateId, fileId), fileContext));
    },
    correctFile: ({ params, body }) =>
      store.transaction((tx) => {
        correctFile(tx, params.mandateId, params.fileId, body);
        return fileMessage(tx, requireFile(tx, params.mandateId, params.fileId), fileContext);
      }),
    async detachFile({ params, query }) {
      const { file, waiting } = store.transaction((tx) => ({
        file: detachFile(tx, env.versions, { ...params, ...query, now: clock.now() }),
        waiting: rereadRefusals(tx),
      }));
      await release(params.mandateId, file.role === 'accounting' ? [file.path] : [], waiting);
      return undefined;
    },
    getLink({ params, query }) {
      requireFollowing();
      const { path, documentId = null } = query;
      const opened = path === undefined ? null : { path, documentId };
      return store.read((tx) => getLink(tx, { ...params, opened }, place));
    },
    async restoreLink({ params, body }) {
      requireFollowing();
      await refreshClaims(params.mandateId);
      const { from, path, documentId = null, adopt } = body;
      const along = store
        .read((tx) => getLink(tx, { ...params, opened: { path, documentId } }, place))
        .candidates.filter((candidate) => candidate.path === path)
        .flatMap((candidate) => candidate.along)
        .filter(({ fileId }) => body.along.includes(fileId));
      const restored = await restoreLinks(env, params.mandateId, 'restored', [
        { fileId: params.fileId, from, path, documentId, adopt },
        ...along.map((file) => ({ ...file, path: file.to, documentId: null, adopt: false })),
      ]);
      await scans.scan(params.mandateId);
      return restored;
    },
    getMigration({ params }) {
      requireFollowing();
      return store.read((tx) => getMigration(tx, params.mandateId, place));
    },
    async migrate({ params, body }) {
      requireFollowing();
      await refreshClaims(params.mandateId);
      const moves = body.moves.map((move) => ({ ...move, documentId: null }));
      const restored = await restoreLinks(env, params.mandateId, 'migrated', moves);
      await scans.scan(params.mandateId);
      return restored;
    },

    listFolder: ({ query }) => listFolder(env, query),
    listLinkChanges: ({ params }) => store.read((tx) => listLinkChanges(tx, params.mandateId, nameOf)),
    async undoLinkChange({ params }) {
      requireFollowing();
      await refreshClaims(params.mandateId);
      const undone = undoLinkChange(env, params.mandateId, params.changeId);
      await scans.scan(params.mandateId);
      return undone;
    },

    getAccount: () => requireHub().facts().account,
    async startSignIn() {
      const hub = requireHub();
      await hub.startSignIn();
      return hub.facts().account;
    },
    cancelSignIn() {
      requireHub().cancelSignIn();
      return undefined;
    },
    signOut() {
      requireHub().signOut();
      return undefined;
    },
    async retrySync({ body }) {
      const hub = requireHub();
      await hub.retry(store.read((tx) => sharedMandates(tx, body.mandates)));
      return undefined;
    },

    confirmVersion: async ({ params, body }) => {
      store.transaction((tx) => confirmVersion(tx, { ...params, version: body.version }));
      await scans.scan(params.mandateId);
      return undefined;
    },

    async showFile({ params }) {
      const { path } = store.read((tx) => requireFile(tx, params.mandateId, params.fileId));
      if (env.showFile === null) throw new SynchroError('not-found');
      await env.showFile(path);
      return undefined;
    },

    ignoreTwin: ({ params }) =>
      store.transaction((tx) => {
        const twin = tx.twins.get(params.twinId);
        const accounting = twin === undefined ? undefined : tx.accountings.get(twin.accountingFileId);
        requireMandate(tx, params.mandateId);
        if (twin === undefined || accounting?.mandateId !== params.mandateId)
          throw new SynchroError('file-not-found', { mandate: params.mandateId, twin: params.twinId });
        tx.twins.put({ ...twin, ignored: true });
        return undefined;
      }),
  };
}
