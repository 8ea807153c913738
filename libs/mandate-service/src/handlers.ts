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
import { answerOnce } from './use-cases/answer-once.js';
import { scanClaim, takeOver } from './scan/claim.js';
import { confirmVersion } from './use-cases/confirm-version.js';
import { createMandate } from './use-cases/create-mandate.js';
import type { Environment } from './environment.js';
import { exportPosting } from './use-cases/export-posting.js';
import { getMandate } from './use-cases/get-mandate.js';
import { listEntries } from './use-cases/list-entries.js';
import { confirmArrival, getPosting, listPostings } from './use-cases/list-postings.js';
import {
  present,
  requireAccounting,
  requireFile,
  requireMandate,
  requirePosting,
} from './use-cases/lookups.js';
import { postEntries } from './use-cases/post-entries.js';
import type { ScanScheduler } from './scan/scan-scheduler.js';
import { undoPosting } from './use-cases/undo-posting.js';

/** What the service answers. Streams (its snapshots, sent at each change) and sessions belong to the transport. */
export type CallOperation = Exclude<
  OperationId,
  'streamStatus' | 'streamOverview' | 'createSessionCode' | 'openSession'
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

  /** Who keeps the mandate is read from its claim just before a command: a scan may lie seconds back. */
  const refreshClaim = async (mandateId: string, accountingFileId?: string): Promise<void> => {
    const { accounting, path } = store.read((tx) => {
      const record = requireAccounting(tx, mandateId, accountingFileId);
      return { accounting: record, path: present(tx.files.get(record.id), 'an accounting file').path };
    });
    await scanClaim(env, accounting, path);
  };
  const requireKey = (key: string | null): string => {
    if (key === null) throw new SynchroError('idempotency-key-required');
    return key;
  };

  return {
    getStatus: ({ query }) => getStatus(query),
    documentOpened: ({ body }) => getStatus(body),
    getOverview,
    listMandates: () =>
      store.read((tx) => ({ items: tx.mandates.all().map(({ id }) => getMandate(tx, id, nameOf)) })),
    getMandate: ({ params }) => store.read((tx) => getMandate(tx, params.mandateId, nameOf)),

    async createMandate({ body, idempotencyKey }) {
      const mandateId = await createMandate(env, body, idempotencyKey);
      await scans.scan(mandateId);
      return store.read((tx) => getMandate(tx, mandateId, nameOf));
    },

    async takeOverMandate({ params }) {
      const accountings = store.read((tx) => {
        requireMandate(tx, params.mandateId);
        return tx.accountings.by('mandateId', params.mandateId).map((accounting) => ({
          accounting,
          path: present(tx.files.get(accounting.id), 'an accounting file').path,
        }));
      });
      for (const { accounting, path } of accountings) await takeOver(env, accounting, path);
      return store.read((tx) => getMandate(tx, params.mandateId, nameOf));
    },

    listEntries: ({ params, query }) => store.read((tx) => listEntries(tx, params.mandateId, query, nameOf)),

    async createPosting({ params, query, body, idempotencyKey }) {
      const key = requireKey(idempotencyKey);
      await refreshClaim(params.mandateId, query.accountingFile);
      const now = clock.now();
      return store.transaction((tx) =>
        answerOnce(tx, { operation: 'createPosting', key, content: { params, query, body }, now }, () =>
          postEntries(tx, env.versions, {
            mandateId: params.mandateId,
            accountingFileId: query.accountingFile,
            request: body,
            postingId: env.newId(),
            now,
          }),
        ),
      );
    },

    listPostings: ({ params, query }) =>
      store.read((tx) => listPostings(tx, params.mandateId, query.accountingFile)),
    getPosting: ({ params, query }) =>
      store.read((tx) => getPosting(tx, { ...params, cursor: query.cursor, limit: query.limit })),

    async deletePosting({ params, idempotencyKey }) {
      const { accountingFileId } = store.read((tx) => requirePosting(tx, params.mandateId, params.postingId));
      await refreshClaim(params.mandateId, accountingFileId);
      const now = clock.now();
      return store.transaction((tx) => {
        const run = () => undoPosting(tx, env.versions, { ...params, now });
        if (idempotencyKey === null) return run();
        return answerOnce(tx, { operation: 'deletePosting', key: idempotencyKey, content: params, now }, run);
      });
    },

    confirmArrival: ({ params }) =>
      store.transaction((tx) => confirmArrival(tx, { ...params, now: clock.now() })),
    exportPosting: ({ params, query }) => store.read((tx) => exportPosting(tx, { ...params, ...query })),

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
