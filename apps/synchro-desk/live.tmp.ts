import { spawn } from 'node:child_process';
import { createClient } from '/work/main/libs/sync-core/src/client/index.ts';
const desk = spawn('node', ['/work/main/apps/synchro-desk/dist/main.js', '--port', '4799'], {stdio:['ignore','pipe','inherit']});
const line: string = await new Promise((r) => desk.stdout.once('data', (d) => r(String(d))));
const [, base, key] = /(http:\S+)\/#(\S+)/.exec(line)!;
const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
const config = await (await fetch(base + '/api/config', { headers })).json();
const client = createClient({ url: config.agentUrl, token: config.token });
const t0 = Date.now();
const log = (...a: unknown[]) => console.log(((Date.now() - t0) / 1000).toFixed(2), ...a);
let last: any;
client.watch('streamStatus', { query: { product: 'compta', path: config.documentPath } }, {
  onSnapshot: (s) => { last = s; log('snapshot rev', s.revision, JSON.stringify(s.pending), s.notifications.map((n: any) => n.kind + (n.trouble ? ':' + n.trouble.kind + (n.trouble.reasons ? '(' + n.trouble.reasons.map((r: any) => r.code) + ')' : '') : '') + (n.withProblems ? ' problems ' + n.withProblems : '')).join(', ')); },
  onConnection: (c) => log('connection', JSON.stringify(c)),
});
const sleep = (ms: number) => new Promise((r) => setTimeout(r, ms));
const act = async (name: string, wait = 600) => { const r = await fetch(`${base}/api/acts/${name}`, { method: 'POST', headers, body: '{}' }); log('ACT', name, r.status, r.ok ? '' : await r.text()); await sleep(wait); };
const post = async () => { try { const p = await client.call('createPosting', { params: { mandateId: last.mandate.id }, query: {}, body: { revision: last.revision, entries: 'all' }, idempotencyKey: crypto.randomUUID() }); log('POSTED', JSON.stringify(p.posted), 'left', p.left.map((l) => l.problems.map((q) => q.code + (q.account ?? '')))); } catch (e: any) { log('POST', e.name, e.code ?? e.reason, JSON.stringify(e.details)); } await sleep(300); };
try {
  await sleep(500);
  await act('write-invoice'); await act('write-in-pieces', 1500); await post();
  await act('correct-invoice', 1000); await post(); await act('delete-invoice', 1000); await post();
  await act('unknown-account'); await post(); await act('run-salaries'); await post();
  await act('write-half', 5000); await act('finish-half', 1500);
  await act('make-twin', 1500); await act('remove-twin', 1500);
  await act('restore-older', 1500); await act('write-invoice', 1500);
  await act('remove-file', 5000); await act('bring-back-file', 1500);
  await act('stop-service', 1500); await act('start-service', 6000);
  await act('reset', 3000);
  const { items } = await client.call('listPostings', { params: { mandateId: last.mandate.id } });
  log(items.map((i) => [i.counts, i.undoneAt !== null]));
} finally { desk.kill('SIGTERM'); await new Promise<void>((r) => desk.on('exit', (c) => { log('desk exit', c); r(); })); process.exit(0); }
