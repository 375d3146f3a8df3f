// Labelling: answers, the tutorial, the images, and what a volunteer has done.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { beginLabelling, json, open, PHONE, seriousFindings, useBrowser } from './harness.mjs';

const CDS = 'https://alasky.cds.unistra.fr';
const TUTORIAL = 10;

useBrowser();

test('Label takes an answer by a key, says what the classifier says, and goes on', () =>
  open('/label', async page => {
    await beginLabelling(page, `browser-${process.pid}`);
    const first = await page.getByRole('heading', { level: 2, name: /^LXS/ }).innerText();
    assert.equal(await page.getByText('The classifier says').count(), 0);
    await page.getByText('What convinced you? (optional)').click();
    await page.getByLabel('Its spectrum').check();
    const sent = page.waitForRequest(request => request.method() === 'POST');
    await page.keyboard.press('2');
    const told = (await sent).postDataJSON();
    assert.deepEqual(told.hints, ['SPECTRUM']);
    assert.ok(told.time_spent_s > 0, `time spent ${told.time_spent_s} s`);
    await page.getByText('The classifier says').waitFor();
    const address = await page.getByRole('link', { name: 'Open its page' }).getAttribute('href');
    const { votes } = await json(`/api/v1${address}/votes`);
    assert.equal(votes.Star, 1);
    await page.keyboard.press('Enter');
    await page.waitForFunction(name => !document.body.innerText.includes(name), first);
    await page.getByRole('heading', { level: 2, name: /^LXS/ }).waitFor();
    await page.locator('.figures > div').filter({ hasText: 'Answers today' }).locator('dd').filter({ hasText: /^1$/ }).waitFor();
    await page.getByRole('button', { name: 'Français' }).click();
    await page.getByRole('heading', { level: 1, name: 'Qu’est-ce que c’est ?' }).waitFor();
  }));

test('Label shows what a volunteer has done and the ranking, which can be left, and forgets the volunteer', () =>
  open('/label', async page => {
    const name = `people-${process.pid}`;
    await beginLabelling(page, name);
    const mine = page.getByRole('region', { name, exact: true });
    const ranking = page.getByRole('region', { name: 'Ranking' });
    const figure = title => mine.locator('.figures > div').filter({ hasText: title }).locator('dd');
    await figure('Answers today').filter({ hasText: /^0$/ }).waitFor();
    await page.keyboard.press('1');
    await figure('Answers today').filter({ hasText: /^1$/ }).waitFor();
    await figure('Days in a row').filter({ hasText: /^1$/ }).waitFor();
    const row = ranking.getByRole('row').filter({ hasText: name });
    for (const span of ['This week', 'All time']) {
      await ranking.getByRole('button', { name: span }).click();
      await row.waitFor();
      assert.equal(await row.getAttribute('aria-current'), 'true');
    }
    await mine.getByRole('switch', { name: 'Show me in the ranking' }).uncheck();
    await row.waitFor({ state: 'detached' });
    await page.reload();
    assert.equal(await mine.getByRole('switch').isChecked(), false);
    await mine.getByRole('switch').check();
    await row.waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), mine.getByRole('link', { name: 'Download my data' }).click()]);
    assert.equal(JSON.parse(await readFile(await file.path(), 'utf8')).votes.length, 1);
    await mine.getByRole('button', { name: 'Delete my data' }).click();
    await page.getByRole('dialog').getByRole('button', { name: `Delete my data: ${name}` }).click();
    await page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
    assert.equal((await json(`/api/v1/labels/volunteers/${name}`)).activity.answers, 0);
  }));

test('Label takes no e-mail address for a name, and says so', () =>
  open(
    '/label',
    async page => {
      await page.getByRole('textbox').fill('ada@example.org');
      await page.getByRole('button', { name: 'Begin' }).click();
      await page.getByRole('alert').filter({ hasText: 'take a pseudonym' }).waitFor();
      await page.getByRole('main').getByRole('button', { name: 'Change name' }).first().click();
      await page.getByRole('button', { name: 'Begin' }).waitFor();
    },
    { mayFail: true },
  ));

test('the tutorial leads through known sources by the keyboard, says what tells, and is left, resumed and repeated', () =>
  open('/label', async page => {
    await beginLabelling(page, `pupil-${process.pid}`);
    const step = n => page.getByRole('heading', { level: 2, name: `Tutorial: source ${n} of ${TUTORIAL}` });
    const begin = page.getByRole('button', { name: 'Begin the tutorial' });
    const exhausted = page.getByText('You have answered every known source.');
    const question = page.locator('fieldset:enabled');
    await begin.focus();
    await page.keyboard.press('Enter');
    let answers = 0;
    while (answers < TUTORIAL) {
      await question.or(exhausted).waitFor();
      // A small suite may know fewer than ten.
      if (await exhausted.isVisible()) {
        break;
      }
      await step(answers + 1).waitFor();
      if (answers === 2) {
        await page.getByRole('button', { name: 'Leave the tutorial' }).click();
        await page.reload();
        await page.getByRole('button', { name: 'Resume the tutorial' }).click();
        await step(answers + 1).waitFor();
        await question.waitFor();
      }
      const answered = page.waitForResponse(response => response.request().method() === 'POST' && response.url().endsWith('/votes'));
      await page.keyboard.press('1');
      const { training, counted } = await (await answered).json();
      assert.equal(counted, true);
      await page.getByText('This source is known. It is').waitFor();
      await page.getByText(training.right ? 'You were right.' : 'It fooled you this time.').waitFor();
      if (training.truth !== 'Other') {
        await page.getByText(/^(Evidence for|No measurement clearly favours) a/).first().waitFor();
      }
      answers += 1;
      await page.keyboard.press('Enter');
      await page.getByText('This source is known. It is').waitFor({ state: 'detached' });
    }
    assert.ok(answers > 2, `${answers} known sources`);
    assert.equal((await json(`/api/v1/labels/volunteers/pupil-${process.pid}`)).trained.answers, answers);
    assert.deepEqual(await seriousFindings(page), []);
    if (answers < TUTORIAL) {
      await page.getByRole('button', { name: 'Continue without the tutorial' }).click();
      await page.getByRole('button', { name: 'Resume the tutorial' }).waitFor();
    } else {
      await page.getByRole('heading', { name: /^Tutorial finished\. Correct: \d+ of 10\.$/ }).waitFor();
      await page.getByRole('button', { name: 'Do ten more' }).click();
      await step(1).waitFor();
      await page.getByRole('button', { name: 'Leave the tutorial' }).click();
      await begin.waitFor();
    }
  }));

test('four images come from the CDS once they are asked for, are remembered, and are said to be away where they are', () =>
  open(
    '/label',
    async page => {
      const asked = [];
      let away = false;
      await page.route(`${CDS}/**`, route => {
        asked.push(new URL(route.request().url()).searchParams.get('hips'));
        return away
          ? route.abort()
          : route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>' });
      });
      await beginLabelling(page, `onlooker-${process.pid}`);
      await page.getByText('They come from CDS in Strasbourg').waitFor();
      assert.deepEqual(asked, []);
      await page.getByRole('button', { name: 'Show images' }).click();
      for (const range of ['X-rays', 'Ultraviolet', 'Visible light', 'Infrared']) {
        const image = page.getByRole('img', { name: new RegExp(`^${range}, `) });
        await image.waitFor();
        await image.evaluate(it => it.decode());
      }
      assert.equal(new Set(asked).size, 4);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(excess <= 0, `wider than the window by ${excess} px`);
      away = true;
      await page.reload();
      await page.getByText('The sky images come from CDS in Strasbourg, which cannot be reached from here.').waitFor();
      await page.getByRole('button', { name: /AGN$/ }).first().waitFor();
      assert.deepEqual(await seriousFindings(page), []);
      await page.getByRole('button', { name: 'Hide images' }).click();
      asked.length = 0;
      await page.reload();
      await page.getByRole('button', { name: 'Show images' }).waitFor();
      assert.deepEqual(asked, []);
    },
    { viewport: PHONE, elsewhere: CDS },
  ));

test('the feedback gives its reason in the language of the reader', () =>
  open('/label', async page => {
    await beginLabelling(page, `lectrice-${process.pid}`);
    await page.getByRole('button', { name: 'Français' }).click();
    await page.keyboard.press('4');
    const said = await page.locator('p').filter({ hasText: /^Le classifieur dit/ }).innerText();
    assert.match(said, /une (galaxie active|étoile|binaire X|variable cataclysmique)/i);
    assert.doesNotMatch(said, /because|without|leaving/);
  }));

test('nothing on Label stays English in another language', () =>
  open('/label', async page => {
    const name = `traductrice-${process.pid}`;
    await beginLabelling(page, name);
    await page.evaluate(() => document.querySelectorAll('details').forEach(each => (each.open = true)));
    const texts = () =>
      page.evaluate(() => {
        const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
        const said = new Set();
        while (walk.nextNode()) {
          if (walk.currentNode.parentElement.translate) {
            said.add(walk.currentNode.textContent.trim());
          }
        }
        document.querySelectorAll('main [aria-label], main [title]').forEach(each => [each.ariaLabel, each.title].forEach(text => text && said.add(text)));
        return [...said];
      });
    await page.getByRole('button', { name: 'English' }).click();
    const english = new Set(await texts());
    // Names, figures and units; then what is spelled alike.
    const same = text => !/[a-z]{3}/.test(text) || text === name || /^(simulated-|XMM|Swift|eROSITA|Chandra|English|Español|Français|dex|deg|mag|p_any|log F|\d|[a-z]+-[\w-]*\d)/.test(text);
    for (const [language, alike] of Object.entries({ Français: ['Date', 'Mission', 'Flux', 'Catalogue', 'Magnitudes', 'Star'], Español: ['Error', 'Magnitudes', 'Star'] })) {
      await page.getByRole('button', { name: language }).click();
      await page.locator('h1').filter({ hasNotText: 'What is it?' }).waitFor();
      assert.deepEqual((await texts()).filter(text => english.has(text) && !same(text) && !alike.includes(text)), [], language);
    }
  }));
