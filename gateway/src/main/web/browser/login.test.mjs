// Logging in by a provider, in Chromium. LYNCEUS_URL is a gateway that knows the providers of provider.mjs, and one
// that is away, and takes no passwords; CHROMIUM the browser, SCREENSHOTS a folder to draw into.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';

const suite = process.env.LYNCEUS_URL;
const AXE = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser;

before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
});
after(() => browser?.close());

async function open(run, options = {}) {
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

/** Nothing that axe finds serious, and no wider than the window. */
async function looksRight(page, name) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run());
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  assert.deepEqual(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), []);
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${name} is too wide`);
  if (process.env.SCREENSHOTS) {
    await page.screenshot({ path: join(process.env.SCREENSHOTS, `login-${name}.png`), fullPage: true });
  }
}

async function logInAtTheCampus(page, who) {
  await page.getByRole('button', { name: 'Log in with Campus' }).click();
  await page.locator('input[name=login]').fill(who);
  await page.locator('input[name=password]').fill('any will do');
  await page.locator('button[type=submit]').click();
}

test('a person logs in by a provider, picks a name the first time, and is the same the second time', () =>
  open(async page => {
    await page.getByRole('button', { name: 'Log in with Campus' }).waitFor();
    assert.equal(await page.getByLabel('Password').count(), 0, 'passwords are not offered');
    await looksRight(page, 'providers');
    await logInAtTheCampus(page, `in-chromium-${process.pid}`);
    await page.getByRole('heading', { name: 'Choose a pseudonym' }).waitFor();
    assert.equal(page.url(), `${suite}/account`, 'the answer is out of the address');
    await page.reload();
    await page.getByText('Campus has identified you').waitFor();
    await looksRight(page, 'name');
    const name = `chromium-${process.pid}`;
    await page.getByLabel('Pseudonym').fill(name);
    await page.getByRole('button', { name: 'Sign up' }).click();
    await page.getByRole('heading', { level: 2, name }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Change password' }).count(), 0);
    await looksRight(page, 'member');
    await page.getByRole('button', { name: 'Log out', exact: true }).click();
    // A person who is still logged in at the provider comes straight back.
    await page.getByRole('button', { name: 'Log in with Campus' }).click();
    await page.getByRole('banner').getByRole('link', { name }).waitFor();
    await page.getByRole('button', { name: 'Delete account' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Type your pseudonym').fill(name);
    await dialog.getByRole('button', { name: `Delete account: ${name}` }).click();
    await page.getByRole('button', { name: 'Log in with Campus' }).waitFor();
  }));

test('a person who changes their mind, or finds the provider away, reads why', () =>
  open(
    async page => {
      await page.getByRole('button', { name: 'Log in with Campus' }).click();
      await page.locator('a[href$="/abort"]').click();
      await page.getByRole('alert').filter({ hasText: 'Campus did not let you in' }).waitFor();
      await page.getByRole('button', { name: 'Log in with Gone' }).click();
      await page.getByRole('alert').filter({ hasText: 'Gone does not answer' }).waitFor();
      await page.getByRole('button', { name: 'Français' }).click();
      await page.getByRole('button', { name: 'Se connecter avec Campus' }).waitFor();
      await looksRight(page, 'away');
    },
    { viewport: { width: 390, height: 844 } },
  ));

test('a person logs in with GitHub and picks a name', () =>
  open(async page => {
    await page.getByRole('button', { name: 'Log in with GitHub' }).click();
    await page.locator('input[name=login]').fill('ada-at-github');
    await page.locator('button[type=submit]').click();
    await page.getByText('GitHub has identified you').waitFor();
    const name = `github-${process.pid}`;
    await page.getByLabel('Pseudonym').fill(name);
    await page.getByRole('button', { name: 'Sign up' }).click();
    await page.getByRole('heading', { level: 2, name }).waitFor();
    assert.equal(page.url(), `${suite}/account`);
  }));
