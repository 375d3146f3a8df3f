/**
 * What a running suite answers is what its OpenAPI document says: every operation is asked, and an answer with a field
 * that its schema does not name fails.
 */

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { Contract, JSON_TYPE, suite } from './contract.mjs';

/** Operations that nothing answers here, for no provider is configured; `login.test.mjs` goes through one. */
const NOT_HERE = ['logInByProvider', 'answerFromProvider', 'signUpByProvider'];

const NOTICE = {
  $schema: 'https://gcn.nasa.gov/schema/main/gcn/notices/maxi/gsc.unknown.schema.json',
  mission: 'MAXI',
  instrument: 'GSC',
  trigger_time: '2026-01-02T02:00:00Z',
  id: '778',
  ra: 10,
  dec: 20,
  ra_dec_error: 0.4,
  flux: 1.5e-9,
  flux_error: 2e-10,
  flux_spectral_band: [2, 4],
};

const me = `api-${process.pid}`;
const password = 'orbit lamp violin thaw';
const answered = new Set();
let contract;
let source;

before(async () => {
  contract = await Contract.ofSuite();
  [source] = (await said('searchSources', { query: { limit: 1 } })).sources;
});

/**
 * Sends a request as the document describes it, and checks the answer against the document.
 *
 * @param {{ at?: Record<string, unknown>, query?: Record<string, unknown>, body?: unknown, status?: number, headers?: Record<string, string> }} [how]
 *   at: values of the path's places; status: the one expected, else any that is no error
 */
async function ask(id, { at = {}, query = {}, body, status, headers = {} } = {}) {
  const { method, path, parameters = [], requestBody, responses } = contract.operation(id);
  let told = `${id}: ${method} ${path}`;
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  Object.keys(query).forEach(name => assert.ok(parameters.some(known => known.name === name), `${told}: ${name} is no parameter`));
  if (type === 'application/json' && status === undefined) {
    contract.requireValid(content.schema, body, `${told}: what is sent`);
  }
  const place = path.replaceAll(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(at[name])));
  const response = await fetch(`${suite}${place}?${new URLSearchParams(query)}`, {
    method,
    headers: type ? { 'Content-Type': type, ...headers } : headers,
    body: type === 'application/json' ? JSON.stringify(body) : body,
  });
  const given = response.headers.get('content-type') ?? '';
  const answer = given.startsWith('text/event-stream') ? '' : await response.text();
  told = `${told}: ${response.status} ${response.ok ? given : answer}`;
  const described = contract.resolved(responses[response.status]);
  assert.ok(described, `${told} is not described`);
  assert.ok(status ? response.status === status : response.ok, told);
  const [, { schema } = {}] = Object.entries(described.content ?? {}).find(([name]) => base(name) === base(given)) ?? [];
  assert.equal(given === '', described.content === undefined, told);
  assert.ok(given === '' || schema, `${told} is not among ${Object.keys(described.content ?? {})}`);
  if (JSON_TYPE.test(given)) {
    contract.requireValid(schema, JSON.parse(answer), told);
  }
  if (response.ok) {
    answered.add(id);
  }
  return { response, schema, said: JSON_TYPE.test(given) ? JSON.parse(answer) : answer };
}

const base = type => type.split(';')[0].trim();

async function said(id, how) {
  return (await ask(id, how)).said;
}

async function until(id, how, over) {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const state = await said(id, how);
    if (over(state)) {
      return state;
    }
    assert.ok(Date.now() < deadline, `${id}: ${JSON.stringify(state)}`);
    await setTimeout(200);
  }
}

test('sources are as described, each of them', async () => {
  const ids = [];
  let cursor;
  do {
    const page = await said('searchSources', { query: { limit: 40, ...(cursor && { cursor }) } });
    ids.push(...page.sources.map(({ source_id: id }) => id));
    cursor = page.next_cursor;
  } while (cursor);
  assert.ok(ids.length > 40, `${ids.length} sources`);
  for (const id of ids) {
    const { unavailable } = await said('getSource', { at: { id } });
    assert.deepEqual(unavailable, []);
  }
  for (const id of ids.slice(0, 20)) {
    for (const part of ['getAssociation', 'getLightCurve', 'getHistory', 'getVotes', 'getConsensus', 'getRetirement']) {
      await said(part, { at: { id } });
    }
  }
  await said('listDoubtfulSources');
  await said('listMissions');
  await said('searchSources', { query: { format: 'csv', limit: 3 } });
  await said('searchCone', { query: { RA: source.ra_deg, DEC: source.dec_deg, SR: 0.1 } });
  await said('getAvailability');
  await said('getCapabilities');
  assert.match((await said('getSource', { at: { id: 'lx-nowhere' }, status: 404 })).detail, /lx-nowhere/);
  await said('searchSources', { query: { min_probability: 7 }, status: 422 });
});

test('detections are classified, sent and heard of as described', async () => {
  const { latest_detection: detection } = await said('getSource', { at: { id: source.source_id } });
  const impossible = { ...detection, id: 'impossible', position: { ...detection.position, dec_deg: 100 } };
  const { classifications } = await said('classify', { body: { detections: [detection] }, query: { history: true } });
  assert.equal(classifications[0].detection_id, detection.id);
  const { classifications: refused } = await said('classify', { body: { detections: [impossible] }, status: 200 });
  assert.match(refused[0].error.detail, /dec_deg/);
  assert.equal((await said('sendDetections', { body: { detections: [detection] } })).accepted, 1);
  assert.equal((await said('sendDetections', { body: { detections: [impossible] }, status: 422 })).rejected, 1);
  await said('sendNotice', { body: NOTICE });
  await said('sendNotice', { body: { ...NOTICE, $schema: 'of nobody' }, status: 422 });
  await said('getBacklog');
  const { response, schema } = await ask('followStream', { headers: { 'Last-Event-ID': '0' } });
  let text = '';
  for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
    text += part;
    if (/event: ?classification[\s\S]*\n\n[\s\S]*\n\n/.test(text)) {
      break;
    }
  }
  const events = text.split('\n\n').slice(0, -1).filter(event => /^event: ?classification$/m.test(event));
  assert.ok(events.length > 0, text);
  events.forEach(event => contract.requireValid(schema, JSON.parse(event.match(/^data: ?(.*)$/m)[1]), 'an event'));
});

test('models are as described', async () => {
  const { models } = await said('listModels');
  for (const { name, version } of models) {
    await said('getModel', { at: { name, version } });
    await said('getModelDensities', { at: { name, version } });
  }
  const active = models.filter(model => model.active).map(({ name, version }) => `${name}/${version}`);
  const { activation } = await said('activateModels', { body: { models: active } });
  await until('getActivation', { at: { number: activation } }, ({ reclassified_at: done }) => done !== null);
  await said('getActivation', { at: { number: 999_999 }, status: 404 });
});

test('what volunteers do is as described', async () => {
  const subject = await said('getNextSubject', { query: { user: me } });
  for (const id of new Set([subject.source_id, source.source_id])) {
    const body = { user: me, answer: 'XRB', comment: 'flares', time_spent_s: 14.5, hints: ['VARIABILITY'] };
    assert.equal((await said('castVote', { at: { id }, body })).counted, true);
    assert.equal((await said('castVote', { at: { id }, body })).counted, false);
    await said('getVotes', { at: { id } });
    await said('getConsensus', { at: { id } });
  }
  await said('castVote', { at: { id: source.source_id }, body: { user: me, answer: 'Pulsar' }, status: 422 });
  await said('getVolunteer', { at: { user: me } });
  await said('getRanking', { query: { span: 'week' } });
  await said('chooseSettings', { at: { user: me }, body: { ranked: true } });
  const rule = { min_voters: 5, min_confidence: 0.9, min_agreement: 0.6, max_voters: 40 };
  await said('storeRetirementRule', { at: { name: me }, body: rule });
  await said('tryRetirementRule', { body: rule });
  const { name } = (await said('listRetirementRules')).find(({ active }) => active);
  await said('activateRetirementRule', { at: { name } });
  for (const retired of [true, false]) {
    await said('decideRetirement', { at: { id: source.source_id }, body: { retired, by: me, reason: 'to see how' } });
  }
  const { id } = await said('recomputeConsensus');
  assert.ok((await until('getRecomputation', { at: { id } }, ({ state }) => state === 'done')).result.votes > 0);
});

test('votes of elsewhere are as described', async () => {
  await said('describeVoteImport', { at: { name: me }, body: { answers: { 'A quasar': 'AGN' }, task: 'T0', subject: 'source_id', workflows: ['7'] } });
  const cells = [
    ['classification_id', 'user_name', 'workflow_id', 'created_at', 'metadata', 'annotations', 'subject_data', 'subject_ids'],
    ['1', 'eve', '7', '2026-01-02 02:00:00 UTC', '{}', '[{"task": "T0", "value": "A quasar"}]', `{"1": {"source_id": "${source.source_id}"}}`, '1'],
    ['2', 'eve', '7', 'yesterday', '{}', '[{"task": "T0", "value": "A quasar"}]', '{"1": {"source_id": "lx-nowhere"}}', '2'],
  ];
  const body = cells.map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
  await said('importVotes', { at: { name: me }, query: { dry_run: true }, body });
  assert.equal((await said('importVotes', { at: { name: me }, body })).added, 1);
  await said('listVoteImports');
  await said('listCorrelatedAccounts');
  const tables = await said('getExportDictionary');
  for (const { table } of tables) {
    await said('exportLabels', { at: { table } });
  }
});

test('a discussion is as described', async () => {
  const at = { id: source.source_id };
  const body = { user: me, key: 'first', text: `Is this ${source.name}, or 4XMM J000009.3+135618?` };
  const { id, mentions } = await said('postComment', { at, body });
  assert.equal(mentions.length, 2);
  await said('postComment', { at, body });
  await said('postComment', { at, body: { ...body, text: 'Another.' }, status: 409 });
  await said('listComments', { at, query: { limit: 1 } });
  await said('reportComment', { at: { id }, body: { user: `${me}-too`, reason: 'an advertisement' } });
  await said('listReportedComments');
  await said('moderateComment', { at: { id }, body: { hidden: true, by: me, reason: 'an advertisement' } });
  await said('getModeration', { at: { id } });
  const { comments } = await said('listComments', { at });
  assert.equal(comments.find(comment => comment.id === id).text, null);
  await said('reportComment', { at: { id: 0 }, body: { user: me }, status: 404 });
});

test('what is stored of a volunteer is as described, and forgotten', async () => {
  const data = await said('exportPersonalData', { at: { user: me } });
  ['votes', 'tallies', 'decisions', 'comments', 'comment_decisions'].forEach(part => assert.ok(data[part].length > 0, part));
  await said('forgetVolunteer', { at: { user: me } });
  assert.deepEqual((await said('exportPersonalData', { at: { user: me } })).votes, []);
});

test('a survey is as described', async () => {
  const row = (at, dec) => `s${at},Chandra,${(at * 0.017) % 360},${dec},0.8,3e-14,0.5,7`;
  const file = rows => ['id,mission,ra,dec,pos_err,flux', ...rows].join('\n');
  const mapping = {
    title: 'by hand',
    columns: { id: 'id', mission: 'mission', ra_deg: 'ra', dec_deg: 'dec', error_major_arcsec: 'pos_err' },
    bands: { broad: { low_kev: 0.5, high_kev: 7, flux_cgs: 'flux' } },
  };
  const rows = Array.from({ length: 4_000 }, (_, at) => row(at, -89 + at / 30));
  const { id: long } = await said('uploadSurvey', { query: { name: 'long.csv' }, body: file(rows) });
  await said('startSurvey', { at: { id: long }, status: 422 });
  await said('describeSurvey', { at: { id: long }, body: mapping });
  await said('startSurvey', { at: { id: long } });
  await said('getSurvey', { at: { id: long } });
  await said('cancelSurvey', { at: { id: long } });
  await said('deleteSurvey', { at: { id: long } });
  const { id } = await said('uploadSurvey', { query: { name: 'short.csv' }, body: file([row(1, 10), row(2, 100)]) });
  const { missing } = await said('getSurvey', { at: { id } });
  assert.deepEqual(missing, ['bands']);
  await said('describeSurvey', { at: { id }, body: mapping });
  await said('startSurvey', { at: { id }, query: { history: true } });
  await until('getSurvey', { at: { id } }, ({ state }) => state === 'done');
  await said('listSurveys');
  const { rows: done } = await said('listSurveyRows', { at: { id } });
  assert.deepEqual(done.map(found => [found.class === undefined, found.refused === undefined]), [[false, true], [true, false]]);
  assert.equal((await said('listSurveyRefusals', { at: { id } })).refusals.length, 1);
  for (const format of ['votable', 'fits', 'csv']) {
    await said('downloadSurvey', { at: { id }, query: { format } });
  }
  await said('shareSurvey', { at: { id }, body: { shared: true } });
  await said('shareSurvey', { at: { id }, body: { shared: 'yes' }, status: 400 });
  await said('startSurvey', { at: { id }, query: { publish: true }, status: 409 });
  await said('deleteSurvey', { at: { id } });
});

test('an account is as described, from sign-up to its end', async () => {
  let headers = session((await ask('signUp', { body: { name: me, password } })).response);
  assert.equal((await said('getMe', { headers })).name, me);
  const { id, token } = await said('makeApiToken', { body: { name: 'nightly', scopes: ['read'], days: 1 }, headers });
  assert.equal((await said('getMe', { headers: { Authorization: `Bearer ${token}` } })).proof, 'token');
  await said('listApiTokens', { headers });
  await said('revokeApiToken', { at: { id }, headers });
  await said('listAccounts');
  await said('changeRole', { at: { name: me }, body: { role: 'astronomer' } });
  const next = 'maple radar cosmos tin';
  headers = session((await ask('changePassword', { body: { password, new_password: next }, headers })).response);
  const { code } = await said('makeRecoveryCode', { at: { name: me } });
  await said('makeRecoveryCode', { at: { name: `${me}-too` }, status: 404 });
  await said('recoverPassword', { body: { name: me, code: `${code}-not`, password: next }, status: 401 });
  await said('recoverPassword', { body: { name: me, code, password: 'short' }, status: 422 });
  headers = session((await ask('recoverPassword', { body: { name: me, code, password: next } })).response);
  await said('logOut', { headers });
  await said('logIn', { body: { name: me, password }, status: 401 });
  const login = { body: { name: me, password: next } };
  await said('logOutEverywhere', { headers: session((await ask('logIn', login)).response) });
  await said('deleteAccount', { body: { password: next }, headers: session((await ask('logIn', login)).response) });
  await said('beginAsGuest');
  const at = { provider: 'nobody' };
  await said('logInByProvider', { at, status: 404 });
  await said('answerFromProvider', { at, body: { query: 'code=x' }, status: 401 });
  await said('signUpByProvider', { at, body: { name: me }, status: 401 });
});

const session = response => ({ Cookie: response.headers.getSetCookie()[0].split(';')[0], Origin: suite });

test('no operation is left out', () => {
  const silent = contract.operations.map(({ operationId }) => operationId).filter(id => !answered.has(id) && !NOT_HERE.includes(id));
  assert.deepEqual(silent, []);
});
