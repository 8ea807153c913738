import { errorTable, problemType, routes } from '@synchro/sync-core/contract';
import type { OperationId, Route } from '@synchro/sync-core/contract';
import { invoice } from '@synchro/mandate-service/test-files';
import { Value } from 'typebox/value';
import { copyFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readEvents } from './read-events.js';
import { INVOICES_NAME, makeMandate, openAgent } from './test-agent.js';
import type { TestMandate } from './test-agent.js';

// A busy machine is slow, and no reason to fail.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let mandate: TestMandate;
let agent: Awaited<ReturnType<typeof openAgent>>;
beforeAll(async () => {
  mandate = await makeMandate();
  agent = await openAgent(mandate.root);
});
afterAll(async () => {
  await agent.close();
  await mandate[Symbol.asyncDispose]();
});

/** What was answered as the contract promises, so that none is left out. */
const answered = new Set<OperationId>();

/** Calls an operation over HTTP and holds its answer against the contract: the schema, or a problem of its table. */
async function call(
  operation: OperationId,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const route: Route = routes[operation];
  const response = await fetch(`${agent.url}/api/v1${path}`, {
    method: route.method,
    headers: {
      authorization: `Bearer ${agent.token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  const answer = (isJson ? await response.json() : await response.text()) as Record<string, unknown>;
  if (response.status === route.answer.status) {
    if (route.answer.schema !== null) expect([...Value.Errors(route.answer.schema, answer)]).toEqual([]);
    else expect(answer).toBe('');
    answered.add(operation);
  } else {
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const general = ['invalid-request', 'unauthorized'] as const;
    const allowed = [...route.errors, ...general].map(problemType);
    expect(allowed).toContain(answer['type']);
    expect(answer['status']).toBe(response.status);
  }
  return { status: response.status, answer };
}

describe('every answer over HTTP', () => {
  it('fits the contract, from the mandate to the un-posting', async () => {
    const created = await call('createMandate', '/mandates', {
      name: 'Rochat',
      accountingFile: mandate.accountingFile,
    });
    expect(created.status).toBe(201);
    const id = String(created.answer['id']);
    const file =
      (created.answer['files'] as { id: string; role: string }[]).find(({ role }) => role === 'entries')
        ?.id ?? '';
    const scope = `product=compta&path=${encodeURIComponent(mandate.accountingFile)}`;
    await mandate.write([invoice(1), invoice(2, { credit: '3299' })], 2);
    await expect
      .poll(async () => (await call('getStatus', `/status?${scope}`)).answer['pending'])
      .toMatchObject({ new: 2 });
    const { revision } = (await call('getStatus', `/status?${scope}&documentId=7`)).answer;
    await call('documentOpened', '/documents/opened', {
      product: 'compta',
      path: mandate.accountingFile,
      documentId: '7',
    });
    await call('getOverview', '/overview');
    await call('listMandates', '/mandates');
    await call('getMandate', `/mandates/${id}`);
    const entries = await call('listEntries', `/mandates/${id}/entries?change=new&limit=1`);
    await call(
      'listEntries',
      `/mandates/${id}/entries?cursor=${encodeURIComponent(String(entries.answer['nextCursor']))}`,
    );

    const body = { entries: 'all', revision };
    const posted = await call('createPosting', `/mandates/${id}/postings`, body, { 'idempotency-key': 'k' });
    expect(posted).toMatchObject({
      status: 201,
      answer: { posted: { new: 1 }, left: [{ problems: [{ code: 'unknown-account' }] }] },
    });
    const again = await call('createPosting', `/mandates/${id}/postings`, body, { 'idempotency-key': 'k' });
    expect(again.answer).toEqual(posted.answer);
    for (const state of ['waiting', 'problems', 'posted'])
      await call('listFileEntries', `/mandates/${id}/files/${file}/entries?state=${state}&limit=1`);
    const posting = `/mandates/${id}/postings/${String(posted.answer['id'])}`;
    await call('listPostings', `/mandates/${id}/postings`);
    await call('getPosting', posting);
    const key = { 'idempotency-key': 'export' };
    const text = await call('exportPosting', `${posting}/export`, undefined, key);
    expect(await call('exportPosting', `${posting}/export`, undefined, key)).toEqual(text);
    expect((await call('exportPosting', `${posting}/export`)).answer).toMatchObject({
      type: problemType('already-exported'),
      details: { earlier: [{ posting: posted.answer['id'] }] },
    });
    await call('exportPosting', `${posting}/export?format=simple&again=true`);
    await call('confirmArrival', `${posting}/arrival`);
    expect((await call('deletePosting', posting)).answer).toMatchObject({ offersReversal: true });
    await call('exportPosting', `${posting}/export?reversal=true`);
    await call('takeOverMandate', `/mandates/${id}/claim`);
    const { code } = (await call('createSessionCode', '/session/codes')).answer;
    const opening = { key: `code.${String(code).split('.')[0]}`, nonce: 'n'.repeat(32) };
    expect((await call('openSession', '/session', opening)).status).toBe(201);
    expect((await call('openSession', '/session', opening)).answer['type']).toBe(problemType('unauthorized'));

    const scopes = [
      { kind: 'overview' },
      { kind: 'status', product: 'compta', path: mandate.accountingFile },
    ];
    for (const [operation, path, asked] of [
      ['streamStatus', `/status/stream?${scope}`, undefined],
      ['streamOverview', '/overview/stream', undefined],
      ['streamScopes', '/stream', { scopes }],
    ] as const) {
      const headers = { authorization: `Bearer ${agent.token}`, 'content-type': 'application/json' };
      const init =
        asked === undefined ? { headers } : { headers, method: 'POST', body: JSON.stringify(asked) };
      await using events = readEvents(await fetch(`${agent.url}/api/v1${path}`, init));
      expect([...Value.Errors(routes[operation].answer.schema, await events.next())]).toEqual([]);
      answered.add(operation);
    }

    // An older version, and a copy that a cloud folder made.
    await mandate.write([invoice(1), invoice(2, { credit: '3299' })], 1);
    const invoices = join(mandate.folder, INVOICES_NAME);
    await copyFile(invoices, invoices.replace('.ecf', ' (1).ecf'));
    const told = async () => {
      const { notifications } = (await call('getStatus', `/status?${scope}`)).answer;
      return JSON.stringify(notifications);
    };
    await expect.poll(told).toMatch(/(?=.*lot-went-back)(?=.*source-twin)/);
    const [, version] = /"version":"([^"]+)"/.exec(await told()) ?? [];
    const [, twin] = /"twinId":"([^"]+)"/.exec(await told()) ?? [];
    await call('getMandate', `/mandates/${id}`);
    const confirmed = await call('confirmVersion', `/mandates/${id}/files/${file}/confirmation`, { version });
    const ignored = await call('ignoreTwin', `/mandates/${id}/twins/${String(twin)}`);
    expect([confirmed.status, ignored.status]).toEqual([204, 204]);

    // A document is renamed in the file manager, and its link restored; then it is renamed back, and migrated.
    const [document, renamed] = ['Rochat.fac', 'Rochat SA.fac'].map((name) => join(mandate.folder, name));
    if (document === undefined || renamed === undefined) throw new Error('two names');
    await writeFile(document, 'an opaque binary');
    const attached = await call('attachFile', `/mandates/${id}/files`, {
      product: 'facturation',
      path: document,
      entryFile: file,
    });
    expect(attached).toMatchObject({ status: 201, answer: { link: 'linked' } });
    const documentId = String(attached.answer['id']);
    const link = `/mandates/${id}/files/${documentId}/link`;
    const migration = `/mandates/${id}/migration`;
    const linkStatus = async () => (await call('getLink', link)).answer['status'];
    await rename(document, renamed);
    await expect.poll(linkStatus, { timeout: 10_000 }).toBe('renamed');
    await call('restoreLink', link, { from: document, path: renamed });
    expect(await linkStatus()).toBe('linked');
    await rename(renamed, document);
    await expect.poll(linkStatus, { timeout: 10_000 }).toBe('renamed');
    expect((await call('getMigration', migration)).answer).toMatchObject({ links: [{ fileId: documentId }] });
    const moves = [{ fileId: documentId, from: renamed, path: document }];
    await call('migrate', migration, { moves });
    expect(await linkStatus()).toBe('linked');
    const changes = `/mandates/${id}/link-changes`;
    const [migrated] = (await call('listLinkChanges', changes)).answer['items'] as { id: string }[];
    const taken = await call('undoLinkChange', `${changes}/${migrated?.id}`);
    expect(taken.answer).toMatchObject({ kind: 'migrated', undoPossible: false });
    await expect.poll(linkStatus, { timeout: 10_000 }).toBe('renamed');
    await call('migrate', migration, { moves });
    expect(await linkStatus()).toBe('linked');

    // A file is chosen, and one that is lost is sought.
    const within = new URLSearchParams({ path: mandate.folder, extensions: 'fac' }).toString();
    await call('listFolder', '/folders');
    expect((await call('listFolder', `/folders?${within}`)).answer).toMatchObject({
      entries: [{ path: document, mandate: { id, name: 'Rochat' } }],
    });
    const search = `/mandates/${id}/files/${documentId}/search`;
    const events = readEvents(
      await fetch(
        `${agent.url}/api/v1${search}?${new URLSearchParams({ folder: mandate.folder }).toString()}`,
        {
          headers: { authorization: `Bearer ${agent.token}` },
        },
      ),
    );
    for (let event = await events.next(); event !== null; event = await events.next())
      expect([...Value.Errors(routes.searchFile.answer.schema, event)]).toEqual([]);
    answered.add('searchFile');
    // The mandate is renamed, a file corrected and detached, and all of it removed; then both are brought back.
    const files = `/mandates/${id}/files`;
    expect((await call('renameMandate', `/mandates/${id}`, { name: ' Rochat SA ' })).answer['name']).toBe(
      'Rochat SA',
    );
    const corrected = await call('correctFile', `${files}/${file}`, { product: 'banking' });
    expect(corrected.answer['product']).toBe('banking');
    const waiting = corrected.answer['pending'] as number;
    expect((await call('detachFile', `${files}/${documentId}?pendingSeen=${waiting + 1}`)).status).toBe(409);
    expect((await call('detachFile', `${files}/${documentId}?pendingSeen=${waiting}`)).status).toBe(204);
    const attachedAgain = await call('attachFile', files, { product: 'facturation', path: document });
    expect(attachedAgain.answer['id']).toBe(documentId);
    expect((await call('removeMandate', `/mandates/${id}`)).status).toBe(400);
    expect((await call('removeMandate', `/mandates/${id}?pendingSeen=${waiting + 1}`)).status).toBe(409);
    expect((await call('removeMandate', `/mandates/${id}?pendingSeen=${waiting}`)).status).toBe(204);
    const createdAgain = { name: 'Rochat', accountingFile: mandate.accountingFile };
    expect((await call('createMandate', '/mandates', createdAgain)).answer['id']).toBe(id);

    // Not yet here: announced by no capability, and refused politely.
    const unsupported: [OperationId, string, unknown?][] = [
      ['getAccount', '/session/account'],
      ['startSignIn', '/session/sign-in'],
      ['cancelSignIn', '/session/sign-in'],
      ['signOut', '/session/account'],
      ['retrySync', '/sync', {}],
    ];
    for (const [operation, path, given] of unsupported) {
      const { status } = await call(operation, path, given);
      expect([operation, status]).toEqual([operation, 501]);
      answered.add(operation);
    }
    // Shown only where there is a desktop, and never offered where there is none.
    const left = (Object.keys(routes) as OperationId[]).filter((operation) => !answered.has(operation));
    expect(left).toEqual(['showFile']);

    const refusals: [OperationId, string, unknown?, Record<string, string>?][] = [
      ['createMandate', '/mandates', { name: 'Rochat', accountingFile: mandate.accountingFile }],
      ['createMandate', '/mandates', { name: 'Rochat', accountingFile: 'relative.cre' }],
      ['createMandate', '/mandates', { name: 'Rochat', accountingFile: '/nowhere.cre' }],
      [
        'createMandate',
        '/mandates',
        { name: 'Rochat', accountingFile: mandate.accountingFile, chartFile: mandate.accountingFile },
      ],
      ['getMandate', '/mandates/none'],
      ['listEntries', `/mandates/${id}/entries?cursor=nonsense`],
      ['listEntries', `/mandates/${id}/entries?limit=0`],
      ['createPosting', `/mandates/${id}/postings`, body],
      ['createPosting', `/mandates/${id}/postings`, body, { 'idempotency-key': 'new' }],
      ['createPosting', `/mandates/${id}/postings`, { entries: ['gone'] }, { 'idempotency-key': 'k' }],
      ['createPosting', `/mandates/${id}/postings`, { entries: ['gone'] }, { 'idempotency-key': 'k2' }],
      ['createPosting', `/mandates/${id}/postings`, { entries: 'all' }, { 'idempotency-key': 'k3' }],
      ['deletePosting', posting],
      ['confirmArrival', `${posting}/arrival`],
      ['exportPosting', `${posting}/export`],
      ['getPosting', `/mandates/${id}/postings/none`],
      ['confirmVersion', `/mandates/${id}/files/${file}/confirmation`, { version: 'x' }],
      ['confirmVersion', `/mandates/${id}/files/none/confirmation`, { version: 'x' }],
      ['ignoreTwin', `/mandates/${id}/twins/none`],
      ['getStatus', `/status?${scope}&unknown=1`],
      ['attachFile', `/mandates/${id}/files`, { product: 'facturation', path: document }],
      ['attachFile', `/mandates/${id}/files`, { product: 'facturation', path: '/nowhere.fac' }],
      ['attachFile', `/mandates/${id}/files`, { product: 'facturation', path: '/etc/passwd' }],
      ['listFolder', '/folders?path=/etc'],
      ['listFolder', '/folders?path=x'],
      ['listFolder', `/folders?path=${encodeURIComponent(join(mandate.folder, 'none'))}`],
      ['listFolder', '/folders?extensions=.fac'],
      ['searchFile', `${search}?folder=/etc`],
      ['searchFile', `${search}?folder=x`],
      ['searchFile', search],
      ['searchFile', `/mandates/${id}/files/none/search?folder=/etc`],
      ['getLink', `/mandates/${id}/files/none/link`],
      ['restoreLink', link, { from: '/outdated.fac', path: document }],
      ['migrate', migration, { moves: [{ fileId: documentId, from: document, path: '/nowhere.fac' }] }],
      ['listLinkChanges', '/mandates/none/link-changes'],
      ['undoLinkChange', `${changes}/${migrated?.id}`],
      ['undoLinkChange', `${changes}/none`],
    ];
    for (const [operation, path, given, headers] of refusals) {
      const { status } = await call(operation, path, given, headers);
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
    }
  });
});

describe('the description of the API', () => {
  it('has every operation and every error of the tables, once', async () => {
    const document = (await (await fetch(`${agent.url}/api/v1/openapi.json`)).json()) as {
      openapi: string;
      paths: Record<
        string,
        Record<
          string,
          {
            operationId: string;
            responses: Record<
              string,
              { content?: Record<string, { schema: { properties?: { type?: { enum?: string[] } } } }> }
            >;
          }
        >
      >;
    };
    expect(document.openapi).toBe('3.1.0');
    const described = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    expect(described.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(routes).sort());
    const types = described.flatMap(({ responses }) =>
      Object.values(responses).flatMap(({ content }) =>
        Object.values(content ?? {}).flatMap(({ schema }) => schema.properties?.type?.enum ?? []),
      ),
    );
    for (const { errors } of Object.values(routes as Record<string, Route>))
      for (const code of errors) expect(types).toContain(problemType(code));
    expect(
      types.filter(
        (type) =>
          !Object.keys(errorTable)
            .map((code) => problemType(code as keyof typeof errorTable))
            .includes(type),
      ),
    ).toEqual([]);
  });
});
