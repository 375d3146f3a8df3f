// What the browser tests share: a Chromium, pages that may complain of nothing, and axe. LYNCEUS_URL is the gateway of a
// running suite that has classified some detections of the missions its models serve, CHROMIUM the browser.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';

const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const QUIET = ['--headless', '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
/** WebGL by the processor, as there is no other in a test. */
const DRAWING = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

export const suite = process.env.LYNCEUS_URL ?? 'http://127.0.0.1:8080';
export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

let browser;
export let someSource;

/** Starts the browser of a file of tests, and ends it; `someSource` is there from then on. */
export function useBrowser({ webgl = false } = {}) {
  before(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [...QUIET, ...(webgl ? DRAWING : ['--disable-gpu'])],
    });
    [someSource] = (await json('/api/v1/sources?class=AGN&limit=1')).sources;
  });
  after(() => browser?.close());
}

export async function json(path) {
  const response = await fetch(suite + path);
  assert.equal(response.status, 200, path);
  return response.json();
}

/**
 * Opens a page in a browser of its own; whatever it complains of, or asks of hosts other than the suite and `elsewhere`,
 * fails the test.
 */
export async function open(path, run, { colorScheme = 'light', viewport = DESKTOP, mayFail = false, elsewhere, prepare } = {}) {
  const context = await browser.newContext({ colorScheme, viewport });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints = [];
  const ours = url => url.startsWith(suite) || /^(data|blob):/.test(url);
  const allowed = url => elsewhere !== undefined && url.startsWith(`${elsewhere}/`);
  page.on('console', message => {
    // Tests that read a canvas back do what Chromium thinks slow.
    const own = message.text().includes('willReadFrequently') || message.text().includes('ReadPixels') || allowed(message.location().url);
    if (!own && (message.type() === 'error' || message.type() === 'warning')) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', error => complaints.push(error.message));
  page.on('request', request => {
    if (!ours(request.url()) && !allowed(request.url())) {
      complaints.push(`asks ${request.url()}`);
    }
  });
  try {
    await prepare?.(page);
    await page.goto(suite + path);
    await run(page);
    assert.deepEqual(mayFail ? [] : complaints, []);
  } finally {
    await context.close();
  }
}

/** Waits until a page has what it shows. */
export async function settled(page) {
  await page.locator('h1').waitFor();
  await page.waitForFunction(() => !document.body.innerText.includes('Loading'));
}

export async function seriousFindings(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Enters a name that nobody has used, and waits for the first source, whatever votes were given before. */
export async function beginLabelling(page, name) {
  await page.waitForFunction(async () => (await fetch('/api/v1/labels/next?user=nobody')).status === 200);
  await page.getByRole('textbox').fill(name);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('heading', { level: 2, name: /^LXS/ }).waitFor();
}
