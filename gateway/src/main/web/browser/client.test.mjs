/** A client generated from the document of a running suite: it compiles strictly, and does what plain requests do. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { createClient } from '@hey-api/openapi-ts';
import { suite } from './contract.mjs';

let folder;
let program;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lynceus-client-'));
  await cp(join(import.meta.dirname, 'client'), folder, { recursive: true });
  await createClient({
    input: `${suite}/q/openapi?format=json`,
    output: { path: join(folder, 'lynceus'), module: { extension: '.js' } },
    logs: { level: 'silent' },
  });
});

after(() => rm(folder, { recursive: true, force: true }));

async function json(path) {
  return (await fetch(suite + path)).json();
}

test('every answer has a type', async () => {
  const types = await readFile(join(folder, 'lynceus/types.gen.ts'), 'utf8');
  const open = types.split('\n').filter(line => /(?<!\*.*)\b(any|unknown)\b/.test(line));
  assert.deepEqual(open.map(line => line.trim()), ['[key: string]: unknown;'], 'all but the fields of a notice of GCN');
});

test('a program that uses the client compiles', async () => {
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  try {
    execFileSync(process.execPath, [tsc, '--project', folder], { encoding: 'utf8' });
  } catch (e) {
    assert.fail(e.stdout);
  }
  program = await import(pathToFileURL(join(folder, 'js/program.js')));
  program.connect(suite);
});

test('the client pages through sources as plain requests do', async () => {
  const found = [];
  for await (const { source_id: id } of program.sources({ min_probability: 0.5, limit: 7 })) {
    found.push(id);
  }
  const { sources } = await json('/api/v1/sources?min_probability=0.5&limit=1000');
  assert.ok(found.length > 7, `${found.length} sources`);
  assert.deepEqual(found, sources.map(({ source_id: id }) => id));
});

test('the client opens a source, classifies, and votes', async () => {
  const { sources } = await json('/api/v1/sources?limit=20');
  const { source_id: id } = sources.at(-1);
  const whole = await json(`/api/v1/sources/${id}`);
  const detection = await program.latestDetection(id);
  assert.deepEqual(detection, whole.latest_detection);
  assert.deepEqual(await program.fluxes(id), whole.light_curve.map(({ start, reference_band: band }) => [start, band?.flux_cgs]));
  const plain = await fetch(`${suite}/api/v1/classify`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ detections: [detection] }),
  });
  const { classifications } = await plain.json();
  const impossible = { ...detection, position: { ...detection.position, dec_deg: 100 } };
  const [probability, why] = await program.probabilityOfAgn([detection, impossible]);
  assert.equal(probability, classifications[0].probabilities.AGN);
  assert.equal(typeof why, 'string');
  assert.deepEqual(await program.vote(id, `client-${process.pid}`), (await json(`/api/v1/sources/${id}/votes`)).votes);
  assert.match(await program.whyNot('lx-nowhere'), /lx-nowhere/);
});

test('the client follows the stream', async () => {
  const event = await program.firstEventAfter('0');
  assert.ok(event.probabilities[event.class] > 0);
});
