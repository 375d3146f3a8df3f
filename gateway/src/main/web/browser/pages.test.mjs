// The main task of every page, in Chromium, against a running suite that has classified some detections of the missions
// its models serve; harness.mjs has what the tests share. SCREENSHOTS is a folder to draw every page into.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { beginLabelling, DESKTOP, json, open, PHONE, seriousFindings, settled, someSource, suite, useBrowser } from './harness.mjs';

const PASSWORD = 'orbit lamp violin thaw';
const FIRST_VIEW_BYTES = 200_000;

useBrowser();

const explored = page => page.getByRole('status').filter({ hasText: /^[\d,]+ sources?/ });

test('Explore lists the sources, filters them and keeps the filter in the address', () =>
  open('/', async page => {
    await explored(page).waitFor();
    const all = await explored(page).innerText();
    assert.match(all, /^[1-9]/);
    await page.getByRole('button', { name: /^Star/ }).click();
    await page.waitForURL(/class=Star/);
    await page.waitForFunction(text => !document.body.innerText.includes(text), all);
    await explored(page).waitFor();
    const classes = await page.locator('tbody tr td:first-child').allInnerTexts();
    assert.ok(classes.length > 0);
    assert.deepEqual([...new Set(classes.map(name => name.trim()))], ['Star']);
    await page.getByRole('button', { name: 'Probability' }).click();
    await page.waitForURL(/sort=probability/);
    const address = page.url();
    await page.reload();
    await explored(page).waitFor();
    assert.equal(page.url(), address);
    assert.equal(await page.getByRole('button', { name: /^Star/ }).getAttribute('aria-pressed'), 'true');
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await page.getByText(all).waitFor();
  }));

/** Sine of the galactic latitude of a place [deg]. */
function sineOfLatitude(ra, dec) {
  const [a, d, pole] = [ra - 192.85948, dec, 27.12825].map(degrees => (degrees * Math.PI) / 180);
  return Math.sin(d) * Math.sin(pole) + Math.cos(d) * Math.cos(pole) * Math.cos(a);
}

test('Explore narrows to a region of the sky and to what has varied', () =>
  open('/', async page => {
    await explored(page).waitFor();
    await page.getByLabel('Region of the sky').selectOption('off the Galactic plane, |b| > 10°');
    await page.waitForURL(/min_abs_b_deg=10/);
    await page.getByLabel('Variability between epochs').selectOption('by a factor of 2 or more');
    await page.waitForURL(/min_variability=0.3/);
    await page.waitForFunction(() => {
      const varied = [...document.querySelectorAll('tbody tr td:nth-child(5)')].map(cell => Number(cell.textContent));
      return varied.length > 0 && varied.every(dex => dex >= 0.3);
    });
    for (const row of await page.locator('tbody tr').all()) {
      const [ra, dec] = await Promise.all([6, 7].map(async n => Number(await row.locator(`td:nth-child(${n})`).innerText())));
      assert.ok(Math.abs(sineOfLatitude(ra, dec)) >= Math.sin(Math.PI / 18), `${ra} ${dec}`);
    }
    assert.equal(await page.getByLabel('Region of the sky').inputValue(), 'off the Galactic plane, |b| > 10°');
  }));

test('Explore draws the sources on a map of the sky in either frame', () =>
  open('/', async page => {
    await explored(page).waitFor();
    const inked = () =>
      page.locator('canvas').evaluate(canvas => {
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        let coloured = 0;
        let sum = 0;
        for (let i = 0; i < data.length; i += 4) {
          if (Math.max(data[i], data[i + 1], data[i + 2]) - Math.min(data[i], data[i + 1], data[i + 2]) > 60) {
            coloured += 1;
            sum += i;
          }
        }
        return { coloured, middle: sum / coloured };
      });
    const galactic = await inked();
    assert.ok(galactic.coloured > 10, JSON.stringify(galactic));
    await page.getByRole('button', { name: 'equatorial' }).click();
    await page.waitForURL(/frame=equatorial/);
    await page.waitForTimeout(100);
    const equatorial = await inked();
    assert.ok(equatorial.coloured > 10, JSON.stringify(equatorial));
    assert.notEqual(equatorial.middle, galactic.middle);
    assert.match((await page.getByRole('img', { name: /^Map of/ }).getAttribute('aria-label')) ?? '', /in equatorial coordinates/);
  }));

test('the search box finds a source by its place, and by its name', () =>
  open('/', async page => {
    const box = page.getByRole('searchbox');
    await box.fill(`${someSource.ra_deg} ${someSource.dec_deg} r=2"`);
    await box.press('Enter');
    await page.waitForURL(/radius_arcsec=2/);
    await page.getByRole('link', { name: someSource.name }).waitFor();
    await box.fill(someSource.name);
    await box.press('Enter');
    await page.waitForURL(/name=LXS/);
    await page.getByText('1 source', { exact: true }).waitFor();
    await page.goBack();
    await page.waitForURL(/radius_arcsec=2/);
  }));

test('what Explore shows is saved as CSV, a row for each source, and as VOTable', () =>
  open('/?class=AGN', async page => {
    await explored(page).waitFor();
    const shown = Number.parseInt((await explored(page).innerText()).replace(',', ''), 10);
    const [table] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Save as VOTable' }).click()]);
    assert.match(await readFile(await table.path(), 'utf8'), /<FIELD [^>]*name="prob_AGN"/);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as CSV' }).click()]);
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    assert.match(lines[0], /^source_id,name,ra_deg,dec_deg,class,p_AGN,p_Star,p_XRB,p_CV,margin/);
    assert.equal(lines.length - 1, shown);
    assert.ok(lines.slice(1).every(line => line.includes(',AGN,')));
  }));

test('the strangest sources come first where they are asked for', () =>
  open('/', async page => {
    await explored(page).waitFor();
    await page.getByLabel(/^Unusual/).selectOption('0.1');
    await page.waitForURL(/outliers=0.1/);
    const { sources } = await json('/api/v1/sources?outliers=0.1&limit=1000');
    await page.getByText(sources.length === 0 ? 'No source fits these filters.' : `${sources.length} source`).waitFor();
    const names = await page.locator('tbody a').allInnerTexts();
    assert.deepEqual(names, sources.slice(0, names.length).map(({ name }) => name));
  }));

test('filters that nothing fits say so and can be cleared', () =>
  open('/?name=no-such-name', async page => {
    await page.getByText('No source fits these filters.').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).last().click();
    await page.getByText(/^[\d,]+ sources$/).waitFor();
  }));

test('a source is reached from the table, and its page says what it is and why', () =>
  open(`/?name=${encodeURIComponent(someSource.name)}`, async page => {
    await page.getByRole('link', { name: someSource.name }).click();
    await page.waitForURL(`**/sources/${someSource.source_id}`);
    await page.getByRole('heading', { level: 1, name: someSource.name }).waitFor();
    const { classification } = await json(`/api/v1/sources/${someSource.source_id}`);
    await page.getByText(/active galaxy \(AGN\).*because/i).waitFor();
    for (const rival of ['Star', 'XRB', 'CV']) {
      await page.getByRole('radio', { name: rival }).check();
      const odds = Math.log(classification.probabilities.AGN / classification.probabilities[rival]);
      const total = (await page.locator('li.total .odds').innerText()).replace('−', '-');
      // Every figure of the track is rounded to 0.0001 at most.
      assert.ok(Math.abs(Number(total) - odds) < 0.02, `${rival}: ${total} shown, ${odds} by the probabilities`);
    }
    const counterparts = page.locator('details').filter({ has: page.getByText('counterparts', { exact: true }) });
    await counterparts.locator('summary').click();
    await counterparts.locator('.features li').first().waitFor();
    await counterparts.getByRole('img', { name: /: the density there is .* for AGN/ }).first().waitFor();
    await page.getByRole('img', { name: /^Light curve/ }).waitFor();
    await page.getByRole('img', { name: /^Band spectrum/ }).waitFor();
    await page.getByRole('img', { name: /^Outlier measure .* among .*: .*% of .* are at least as unusual/ }).waitFor();
    await page.getByRole('region', { name: 'History of classifications' }).waitFor();
    await page.getByRole('region', { name: 'Features' }).getByRole('cell', { name: 'galactic latitude', exact: true }).waitFor();
    assert.match((await page.getByRole('link', { name: 'SIMBAD' }).getAttribute('href')) ?? '', /Coord=\d/);
  }));

test('a comment stays text whatever it looks like, its names become links, and what is reported is hidden', () =>
  open(`/sources/${someSource.source_id}`, async page => {
    const text = `<img src=x onerror="document.title='owned'"> & <b>bold</b>\n${someSource.source_id} or 4XMM J000009.3+135618`;
    const comments = page.getByRole('region', { name: 'Comments' });
    await comments.getByLabel('Your pseudonym').fill(`browser-${process.pid}`);
    await comments.getByLabel('Your comment').fill(text);
    await comments.getByRole('button', { name: 'Post' }).click();
    await comments.getByText('Your comment is posted.').waitFor();
    await page.reload();
    const comment = comments.getByRole('listitem').first();
    assert.equal(await comment.locator('.text').innerText(), text);
    assert.equal(await comment.locator('.text *:not(a)').count(), 0);
    assert.equal(await page.title(), `${someSource.name} · Lynceus`);
    assert.equal(await comment.getByRole('link', { name: someSource.source_id }).getAttribute('href'), `/sources/${someSource.source_id}`);
    assert.match((await comment.getByRole('link', { name: '4XMM J000009.3+135618' }).getAttribute('href')) ?? '', /simbad.*Ident=4XMM/);
    assert.equal(await comments.getByLabel('Your pseudonym').inputValue(), `browser-${process.pid}`);
    for (const user of ['first', 'second']) {
      const { comments: all } = await json(`/api/v1/sources/${someSource.source_id}/comments`);
      const response = await fetch(`${suite}/api/v1/comments/${all[0].id}/reports`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ user: `${user}-${process.pid}` }),
      });
      assert.equal(response.status, 201, await response.text());
    }
    await comment.getByRole('button', { name: /^Report/ }).click();
    await comment.getByLabel(/^What is wrong/).fill('a test');
    await comment.getByRole('button', { name: 'Report it' }).click();
    await comments.getByText('Reported: a moderator will look at it.').waitFor();
    await comment.getByText('This comment is hidden.').waitFor();
    const { comments: after } = await json(`/api/v1/sources/${someSource.source_id}/comments`);
    assert.deepEqual([after[0].hidden, after[0].text, after[0].author], [true, null, null]);
    await comments.getByLabel('Your comment').fill('This one stays.');
    await comments.getByRole('button', { name: 'Post' }).click();
    await comment.getByText('This one stays.').waitFor();
  }));

test('an example is classified in place, with its track', () =>
  open('/classify', async page => {
    await page.getByRole('button', { name: 'Cygnus X-1' }).click();
    await page.getByText('round example values').waitFor();
    await page.getByRole('button', { name: 'Classify', exact: true }).click();
    await page.getByRole('heading', { name: 'Cygnus X-1' }).waitFor();
    await page.getByText('By model csc2').waitFor();
    await page.locator('li.total .odds').waitFor();
  }));

test('a place that cannot be read is said at its field', () =>
  open('/classify', async page => {
    await page.getByLabel(/^Position/).fill('somewhere');
    await page.getByRole('button', { name: 'Classify', exact: true }).click();
    await page.getByText('Give a position, for example').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'place');
    await page.getByLabel(/^Position/).fill('83.63308 22.01446');
    await page.getByRole('button', { name: 'Classify', exact: true }).click();
    await page.getByText('Give a flux or an upper limit for at least one band.').waitFor();
  }));

test('a catalogue is uploaded, its columns are corrected, and it comes back with classes', () =>
  open('/surveys', async page => {
    const rows = [0, 1, 2].map(i => `s ${i},${someSource.ra_deg + i / 100},${someSource.dec_deg},0.8,2e-14`);
    await page.getByLabel(/Choose a file/).setInputFiles({
      name: 'my field.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['Name,RA,Dec,POSERR,Fx', ...rows, 'far,10,95,0.8,2e-14'].join('\n')),
    });
    await page.getByRole('heading', { name: 'my field.csv' }).waitFor();
    await page.getByText('Still missing: Mission, a flux with its energy range.').waitFor();
    await page.getByRole('combobox', { name: 'Mission', exact: true }).selectOption('the same for all rows');
    await page.getByLabel('Mission, for all rows').fill('Chandra');
    await page.getByRole('button', { name: 'Add a band' }).click();
    await page.getByRole('combobox', { name: 'Flux', exact: true }).selectOption('Fx');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('s 0, Chandra, at').waitFor();
    await page.getByRole('button', { name: 'Classify', exact: true }).click();
    await page.getByText('done: 4 of 4 rows').waitFor();
    await page.getByRole('row', { name: /^2 .*%.* s 0/ }).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'dec_deg' }).first().waitFor();
    assert.deepEqual(await seriousFindings(page), []);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'VOTable' }).click();
    assert.equal((await download).suggestedFilename(), 'my_field-classified.vot');
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('heading', { name: 'Your catalogues' }).waitFor();
  }));

test('a catalogue is published, and its rows are sources that everybody finds', () =>
  open('/surveys', async page => {
    const id = `published-${process.pid}`;
    const [ra, dec] = [(someSource.ra_deg + 180) % 360, -someSource.dec_deg];
    await page.getByLabel(/Choose a file/).setInputFiles({
      name: 'for all.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['name,ra,dec,err95,snr,flux_soft,e_flux_soft,flux_medium,e_flux_medium,flux_hard,e_flux_hard,p_intra,p_inter', `${id},${ra},${dec},0.8,5,2e-14,2e-15,,,3e-14,3e-15,,`].join('\n')),
    });
    await page.getByRole('heading', { name: 'for all.csv' }).waitFor();
    await page.getByRole('radio', { name: 'Everybody' }).check();
    await page.getByRole('button', { name: 'Publish and classify' }).click();
    await page.getByText('done: 1 of 1 row').waitFor();
    await page.getByText('Published: its rows are detections').waitFor();
    await page.getByRole('list', { name: 'Classes so far' }).getByRole('listitem').filter({ hasText: /^\s*\w+ 1$/ }).waitFor();
    assert.equal(await page.getByRole('heading', { name: 'Which column is what' }).count(), 0);
    await page.getByLabel('Anyone who has this address').check();
    await page.reload();
    assert.ok(await page.getByLabel('Anyone who has this address').isChecked());
    assert.deepEqual(await seriousFindings(page), []);
    const { sources } = await json(`/api/v1/sources?ra_deg=${ra}&dec_deg=${dec}&radius_arcsec=2`);
    assert.equal(sources.length, 1);
    assert.equal((await json(`/api/v1/sources/${sources[0].source_id}`)).latest_detection.id, id);
    await page.getByRole('link', { name: 'Catalogues' }).click();
    await page.getByRole('row', { name: /for all\.csv done, published, shared/ }).waitFor();
  }));

let sent = 0;

/** Puts a detection of a known place on the stream, as somebody else would. */
async function detect() {
  const { latest_detection: detection } = await json(`/api/v1/sources/${someSource.source_id}`);
  sent += 1;
  const id = `browser-${process.pid}-${sent}`;
  const response = await fetch(`${suite}/api/v1/detections`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ detections: [{ ...detection, id }] }),
  });
  assert.equal(response.status, 202, await response.text());
  return id;
}

test('Live shows a detection when it is classified, and holds still when paused', () =>
  open('/live', async page => {
    await page.getByText('connected', { exact: true }).waitFor();
    const first = await detect();
    await page.getByRole('cell', { name: first }).waitFor();
    await page.getByRole('term').filter({ hasText: 'waiting for' }).waitFor();
    assert.equal(await page.getByRole('definition').filter({ hasText: /^\d+ (cross-match|features|class)$/ }).count(), 3);
    await page.getByRole('definition').filter({ hasText: /^\d+\.\d\d s$/ }).waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    const second = await detect();
    await page.locator('dd').first().filter({ hasText: /^2$/ }).waitFor();
    assert.equal(await page.getByRole('cell', { name: second }).count(), 0);
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('cell', { name: second }).waitFor();
  }));

test('Live shows the chosen class alone', () =>
  open('/live?class=CV', async filtered => {
    const whole = await filtered.context().newPage();
    await whole.goto(`${suite}/live`);
    for (const page of [filtered, whole]) {
      await page.getByText('connected', { exact: true }).waitFor();
    }
    const first = await detect();
    await whole.getByRole('cell', { name: first }).waitFor();
    // Longer than the page takes to show what came.
    await filtered.waitForTimeout(600);
    assert.equal(await filtered.locator('dd').first().innerText(), '0');
    await filtered.getByLabel(/^Class/).selectOption('AGN');
    await filtered.waitForURL(/class=AGN/);
    await filtered.getByText('connected', { exact: true }).waitFor();
    const second = await detect();
    await filtered.getByRole('cell', { name: second }).waitFor();
    assert.equal(await filtered.getByRole('cell', { name: first }).count(), 0);
  }));

test('Models shows what is active with its held-out figures', () =>
  open('/models', async page => {
    const { models, activation } = await json('/api/v1/models');
    for (const { name, version, active, provenance } of models) {
      const card = page.getByRole('region', { name: `${name} ${version}`, exact: true });
      await card.getByText(active ? 'active' : 'not active', { exact: true }).waitFor();
      await card.getByText(provenance.held_out.macro_f1.toFixed(3)).waitFor();
    }
    for (const { name, version, prior, provenance } of models) {
      const card = page.getByRole('region', { name: `${name} ${version}`, exact: true });
      const counts = (await card.getByRole('region', { name: 'Confusion matrix' }).locator('td').allInnerTexts()).map(text => Number(text.replace(',', '')));
      assert.deepEqual(counts, provenance.confusion.flat());
      assert.equal(counts.length, Object.keys(prior).length ** 2);
      await card.getByRole('img', { name: /^Reliability: of [\d,]+ answers/ }).waitFor();
    }
    const first = page.getByRole('region', { name: `${models[0].name} ${models[0].version}`, exact: true });
    await first.getByText('Learned densities').click();
    await first.getByLabel('Feature').selectOption('galactic_latitude');
    await first.getByRole('img', { name: 'Densities of galactic latitude in AGN, Star, XRB, CV' }).waitFor();
    await page.locator('.compare select').nth(0).selectOption({ index: 0 });
    await page.locator('.compare select').nth(1).selectOption({ index: 1 });
    const differences = page.getByRole('region', { name: 'Differences between the two models' });
    await differences.getByRole('cell', { name: 'macro F1' }).waitFor();
    await page.locator('section.activations li strong').filter({ hasText: String(activation) }).waitFor();
  }));

test('a failure is said, and trying again helps', () =>
  open(
    '/models',
    async page => {
      await page.route('**/api/v1/models', route =>
        route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"status":503,"detail":"classifier is away"}' }),
      );
      await page.reload();
      await page.getByRole('alert').filter({ hasText: 'classifier is away' }).waitFor();
      await page.unroute('**/api/v1/models');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('heading', { name: 'Activations' }).waitFor();
    },
    { mayFail: true },
  ));

test('a source that nobody knows is told apart from a failure', () =>
  open('/sources/lx-000000000000', page => page.getByText('No source has this id.').waitFor(), { mayFail: true }));

test('the first view takes less than 200 kB, compressed', () =>
  open('/', async page => {
    await page.locator('h1').waitFor();
    const bytes = await page.evaluate(() =>
      [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
        .filter(({ name }) => !name.includes('/api/'))
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    );
    console.log(`first view: ${bytes} bytes`);
    assert.ok(bytes > 1000 && bytes < FIRST_VIEW_BYTES, `${bytes} bytes`);
  }));

test('the keyboard alone leads past the menu, to a filter and to a source', () =>
  open('/', async page => {
    await explored(page).waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to content');
    await page.getByRole('button', { name: /^AGN/ }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/class=AGN/);
    await page.locator('tbody a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/sources\//);
    await page.waitForFunction(() => document.activeElement?.id === 'main');
  }));

let accounts = 0;

/** Signs up under a new name, and returns it. */
async function signUp(page) {
  accounts += 1;
  const name = `browser-${process.pid}-${accounts}`;
  const form = page.locator('form').filter({ has: page.getByRole('heading', { name: 'Sign up' }) });
  await form.getByLabel('Pseudonym').fill(name);
  await form.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await form.getByRole('button', { name: 'Sign up' }).click();
  await page.getByRole('heading', { level: 2, name }).waitFor();
  return name;
}

test('Account signs up, makes a token that works until it is revoked, logs out and in, and labels in its own name', () =>
  open('/account', async page => {
    const name = await signUp(page);
    await page.getByRole('banner').getByRole('link', { name }).waitFor();
    const tokens = page.getByRole('region', { name: 'API tokens' });
    await tokens.getByLabel('What it is for').fill('browser test');
    await tokens.getByRole('button', { name: 'Make a token' }).click();
    const token = await tokens.locator('code').innerText();
    const asked = () => fetch(`${suite}/api/v1/account`, { headers: { Authorization: `Bearer ${token}` } });
    assert.equal((await (await asked()).json()).name, name);
    await tokens.getByRole('button', { name: 'Revoke: browser test' }).click();
    await tokens.getByRole('listitem').waitFor({ state: 'detached' });
    assert.equal((await asked()).status, 401);
    await page.getByRole('button', { name: 'Log out', exact: true }).click();
    await page.getByRole('banner').getByRole('link', { name: 'Log in' }).waitFor();
    const form = page.locator('form').filter({ has: page.getByRole('heading', { name: 'Log in' }) });
    await form.getByLabel('Pseudonym').fill(name.toUpperCase());
    await form.getByLabel('Password').fill(PASSWORD);
    await form.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('heading', { level: 2, name }).waitFor();
    await page.getByRole('link', { name: 'Label', exact: true }).click();
    await page.getByRole('region', { name, exact: true }).getByText('Answers today').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Change name' }).count(), 0);
  }));

test('Account says what is wrong with a password, and is deleted with the right one only', () =>
  open(
    '/account',
    async page => {
      const form = page.locator('form').filter({ has: page.getByRole('heading', { name: 'Sign up' }) });
      await form.getByLabel('Pseudonym').fill('somebody-new');
      await form.getByLabel('Password', { exact: true }).fill('password12');
      await form.getByRole('button', { name: 'Sign up' }).click();
      await page.getByRole('alert').filter({ hasText: 'common or easily guessed' }).waitFor();
      const name = await signUp(page);
      await page.getByRole('button', { name: 'Delete account' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Password').fill('not this one');
      await dialog.getByRole('button', { name: `Delete account: ${name}` }).click();
      await page.getByRole('alert').filter({ hasText: 'the password is wrong' }).waitFor();
      await dialog.getByLabel('Password').fill(PASSWORD);
      await dialog.getByRole('button', { name: `Delete account: ${name}` }).click();
      await page.getByRole('heading', { level: 2, name: 'Sign up' }).waitFor();
    },
    { mayFail: true },
  ));

// Several at a time: they mostly wait, for the suite or for axe.
/** Layout shift of a page that loads, at most; 0.1 is called good (https://web.dev/articles/cls). */
const SHIFT = 0.01;

/** Has a page note what moves though nobody touched it. */
function noteShifts(page) {
  return page.addInitScript(() => {
    window.shifts = [];
    const note = list => window.shifts.push(...list.getEntries().map(({ value, sources }) => ({ value, moved: sources.map(({ node }) => node?.nodeName) })));
    new PerformanceObserver(note).observe({ type: 'layout-shift', buffered: true });
  });
}

describe('looks', { concurrency: 3 }, () => {
  for (const [name, path] of [
    ['explore', () => '/'],
    ['source', () => `/sources/${someSource.source_id}`],
    ['classify', () => '/classify'],
    ['surveys', () => '/surveys'],
    ['label', () => '/label'],
    ['live', () => '/live'],
    ['models', () => '/models'],
    ['entrance', () => '/account'],
    ['account', () => '/account'],
  ]) {
    for (const colorScheme of ['light', 'dark']) {
      for (const [size, viewport] of [['desktop', DESKTOP], ['phone', PHONE]]) {
        // Colours are those of the desktop and the layout that of the phone in light: only to be looked at.
        if (colorScheme === 'dark' && size === 'phone' && !process.env.SCREENSHOTS) {
          continue;
        }
        test(`${name} has nothing that axe finds serious, and fits: ${colorScheme}, ${size}`, () =>
          open(
            path(),
            async page => {
              await settled(page);
              const shifts = await page.evaluate(() => window.shifts);
              assert.ok(shifts.reduce((sum, { value }) => sum + value, 0) < SHIFT, JSON.stringify(shifts));
              if (name === 'classify') {
                await page.getByRole('button', { name: '3C 273' }).click();
                await page.getByRole('button', { name: 'Classify', exact: true }).click();
                await page.locator('li.total').waitFor();
              }
              if (name === 'account') {
                await signUp(page);
              }
              if (name === 'label') {
                await beginLabelling(page, 'looks-only');
              }
              await page.evaluate(() => document.querySelectorAll('details').forEach(each => (each.open = true)));
              assert.deepEqual(await seriousFindings(page), []);
              const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
              assert.ok(excess <= 0, `wider than the window by ${excess} px`);
              if (process.env.SCREENSHOTS) {
                await page.screenshot({ path: join(process.env.SCREENSHOTS, `${name}-${colorScheme}-${size}.png`), fullPage: true });
              }
            },
            { colorScheme, viewport, prepare: noteShifts },
          ));
      }
    }
  }
});
