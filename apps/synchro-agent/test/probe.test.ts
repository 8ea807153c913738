import { afterAll, beforeAll, expect, it } from 'vitest';
import { get, rawRequest } from './raw-request.js';
import { makeMandate, openAgent } from './test-agent.js';
import type { TestMandate } from './test-agent.js';
let mandate: TestMandate;
let agent: Awaited<ReturnType<typeof openAgent>>;
beforeAll(async () => { mandate = await makeMandate(); agent = await openAgent(mandate.root, { allowedOrigins: [] }); });
afterAll(async () => { await agent.close(); await mandate[Symbol.asyncDispose](); });
it('probe', async () => {
  const h = `127.0.0.1:${agent.port}`;
  const show = async (t: string) => { const r = await rawRequest(agent.port, t); console.log(JSON.stringify(t.slice(0,90)), r.status, [...r.headers.keys()].join(','), r.body.slice(0, 120)); };
  await show(get('/%61pi/v1/mandates', { Host: h }));
  await show(get('/api/v1/%6dandates', { Host: h }));
  await show(get(`http://${h}/api/v1/mandates`, { Host: h }));
  await show(get('/%zz', { Host: 'evil.test' }));
  await show(get('/api/v1/mandates/' + 'x'.repeat(300), { Host: 'evil.test' }));
  await show(get('/api/v1/mandates', {}, '1.1'));
  await show(get('/api/v1/mandates', { Host: 'evil.test' }));
  await show(get('/x', { Host: 'evil.test' }));
  await show(get('/' + 'x'.repeat(20000), { Host: 'evil.test' }));
  await show('garbage\r\n\r\n');
  await show(`TRACE /api/v1/mandates HTTP/1.1\r\nHost: evil\r\nConnection: close\r\n\r\n`);
  await show(`PROPFIND /api/v1/mandates HTTP/1.1\r\nHost: evil\r\nConnection: close\r\n\r\n`);
  await show(`CONNECT x:1 HTTP/1.1\r\nHost: evil\r\nConnection: close\r\n\r\n`);
  await show(`OPTIONS * HTTP/1.1\r\nHost: evil\r\nConnection: close\r\n\r\n`);
  await show(`GET / HTTP/1.1\r\nHost: evil\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
  await show(`POST / HTTP/1.1\r\nHost: evil\r\nExpect: x\r\nConnection: close\r\n\r\n`);
  await show(get('/api/v1/mandates', { Host: h, 'Accept-Version': '1', Authorization: `Bearer ${agent.token}` }));
  const a = { Authorization: `Bearer ${agent.token}` };
  await show(get('/.env', { Host: h }));
  await show(get('/elements/%00', { Host: h }));
  for (const p of ['/a\\u0000b.cre', '/' + 'x'.repeat(300) + '.cre', '/root.cre/x.cre', '/etc/shadow'])
    { const r = await fetch(agent.url + '/api/v1/mandates', { method: 'POST', headers: { ...a, 'content-type': 'application/json' }, body: `{"name":"x","accountingFile":"${p}"}` }); console.log(p.slice(0,20), r.status, (await r.text()).slice(0,300)); }
  for (const b of ['{"__proto__":{"x":1},"name":"a","accountingFile":"/x.cre"}', '[]', 'null', '"x"', '['.repeat(400000), '{"a":'.repeat(100000)])
    { const r = await fetch(agent.url + '/api/v1/mandates', { method: 'POST', headers: { ...a, 'content-type': 'application/json' }, body: b }); console.log(b.slice(0,20), r.status, (await r.text()).slice(0,300)); }
  const r = await fetch(agent.url + '/api/v1/mandates/x/postings', { method: 'POST', headers: { ...a, 'content-type': 'application/json', 'idempotency-key': 'x'.repeat(201) }, body: '{"entries":[1,2]}' }); console.log(r.status, await r.text());
  const q = await fetch(agent.url + '/api/v1/mandates?token=x', { headers: a }); console.log('query', q.status);
  const q2 = await fetch(agent.url + '/api/v1/status?product=compta&path=/x&token=x', { headers: a }); console.log('query', q2.status, await q2.text());
  const oa = await (await fetch(agent.url + '/api/v1/openapi.json')).json(); console.log(JSON.stringify(oa.paths['/api/v1/status/stream'], null, 1).slice(0, 3000)); console.log(JSON.stringify(oa.paths['/api/v1/mandates/{mandateId}/postings'].post.parameters, null, 1)); console.log(Object.keys(oa), JSON.stringify(oa.servers));
  console.log(JSON.stringify(oa.paths['/api/v1/session'].post.responses['204']), JSON.stringify(oa.paths['/api/v1/session'].post.security), JSON.stringify(oa.paths['/api/v1/mandates/{mandateId}/postings/{postingId}/export'].get.responses['200']));
  expect(1).toBe(1);
}, 20000);
it('head', async () => {
  const r = await fetch(agent.url + '/api/v1/overview', { method: 'HEAD', headers: { authorization: `Bearer ${agent.token}` } }); console.log('HEAD', r.status, r.headers.get('content-length'));
  const s = await fetch(agent.url + '/api/v1/overview/stream', { method: 'HEAD', headers: { authorization: `Bearer ${agent.token}` }, signal: AbortSignal.timeout(1500) }); console.log('HEAD stream', s.status);
}, 20000);
