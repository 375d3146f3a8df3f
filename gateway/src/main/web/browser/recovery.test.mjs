// A lost password, in Chromium: an operator makes a code, and its owner sets a new password. LYNCEUS_URL is a gateway
// that asks nobody on this machine for an account; CHROMIUM the browser, SCREENSHOTS a folder to draw into.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';

const suite = process.env.LYNCEUS_URL;
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const OLD = 'orbit lamp violin thaw';
const NEW = 'maple radar cosmos tin';

let browser;

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
});
after(() => browser?.close());

async function send(method, path, body) {
  const response = await fetch(`${suite}/api/v1/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  assert.ok(response.ok, `${path}: ${response.status} ${await response.text()}`);
}

async function inABrowserOfTheirOwn(run, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.setDefaultTimeout(15_000);
  try {
    const page = await context.newPage();
    await page.goto(`${suite}/account`);
    await run(page);
  } finally {
    await context.close();
  }
}

const form = (page, button) => page.locator('form').filter({ has: page.getByRole('button', { name: button, exact: true }) });

async function looksRight(page, name) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run());
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  assert.deepEqual(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), []);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${name} is too wide`);
  if (process.env.SCREENSHOTS) {
    await page.screenshot({ path: join(process.env.SCREENSHOTS, `recovery-${name}.png`), fullPage: true });
  }
}

test('an operator makes a code, and the owner of the account sets a new password with it', async () => {
  const operator = `operator-${process.pid}`;
  const ada = `ada-${process.pid}`;
  await send('POST', 'account', { name: operator, password: OLD });
  await send('POST', 'account', { name: ada, password: OLD });
  await send('PUT', `accounts/${operator}/role`, { role: 'operator' });
  let code;
  await inABrowserOfTheirOwn(async page => {
    const entrance = form(page, 'Log in');
    await entrance.getByLabel('Pseudonym').fill(operator);
    await entrance.getByLabel('Password', { exact: true }).fill(OLD);
    await entrance.getByRole('button').click();
    const maker = form(page, 'Make a one-time code');
    await maker.getByLabel('Pseudonym').fill('nobody-at-all');
    await maker.getByRole('button').click();
    await maker.getByRole('alert').filter({ hasText: 'nobody-at-all' }).waitFor();
    await maker.getByLabel('Pseudonym').fill(ada);
    await maker.getByRole('button').click();
    code = await maker.getByRole('status').locator('code').textContent();
    assert.match(code, /^recovery_[\w-]{43}$/);
    await looksRight(page, 'operator');
    await page.reload();
    await maker.waitFor();
    assert.ok(!(await page.locator('body').innerText()).includes(code), 'it is shown once');
  });
  await inABrowserOfTheirOwn(
    async page => {
      const lost = form(page, 'Set the new password');
      assert.equal(await lost.isVisible(), false);
      await page.getByText('I lost my password').click();
      await lost.getByLabel('Pseudonym').fill(ada);
      await lost.getByLabel('One-time code').fill('recovery_guess');
      await lost.getByLabel('New password').fill(NEW);
      await lost.getByRole('button').click();
      await lost.getByRole('alert').filter({ hasText: 'name or code is wrong' }).waitFor();
      await looksRight(page, 'owner');
      await lost.getByLabel('One-time code').fill(` ${code} `);
      await lost.getByRole('button').click();
      await page.getByRole('heading', { level: 2, name: ada }).waitFor();
    },
    { viewport: { width: 390, height: 844 } },
  );
  await send('POST', 'account/sessions', { name: ada, password: NEW });
});
