// The images of the sky, with a stand-in for the CDS whose tiles are of one colour.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { json, open, seriousFindings, settled, someSource, useBrowser } from './harness.mjs';

const CDS = 'https://alasky.cds.unistra.fr';
const OPEN = { 'Access-Control-Allow-Origin': '*' };
const TILE = [170, 30, 110];
/** Share of the pixels in which a thin line a few arcseconds long is seen. */
const VISIBLE = 0.00003;
const NORTH_EAST = [20, 160, 60];

useBrowser({ webgl: true });

const address = () => `/sources/${someSource.source_id}`;
const asked = [];

async function awayFrom(page) {
  await page.route(`${CDS}/**`, route => {
    asked.push(route.request().url());
    return route.abort();
  });
}

/** A JPEG of one colour, its upper left quarter of another. */
function picture(page, size, colour, corner = colour) {
  return page.evaluate(
    async ([side, whole, part]) => {
      const canvas = new OffscreenCanvas(side, side);
      const context = canvas.getContext('2d');
      context.fillStyle = `rgb(${whole})`;
      context.fillRect(0, 0, side, side);
      context.fillStyle = `rgb(${part})`;
      context.fillRect(0, 0, side / 2, side / 2);
      return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })).arrayBuffer())];
    },
    [size, colour, corner],
  );
}

async function standIn(page) {
  const [tile, cutout] = [await picture(page, 512, TILE), await picture(page, 1200, TILE, NORTH_EAST)].map(bytes => Buffer.from(bytes));
  await page.route(`${CDS}/**`, route => {
    const url = route.request().url();
    asked.push(url);
    // The coverage and the small tiles in one are not needed, and have forms of their own.
    return route.fulfill(
      /Moc\.fits$|Allsky/.test(url)
        ? { status: 404, headers: OPEN }
        : { status: 200, headers: OPEN, contentType: 'image/jpeg', body: url.includes('hips2fits') ? cutout : tile },
    );
  });
}

/** Share of the pixels near a colour, in the whole of what an element shows or in its upper left quarter. */
async function share(page, element, colour, quarter = false) {
  const shot = (await element.screenshot()).toString('base64');
  return page.evaluate(
    async ([base64, [r, g, b], part]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = new OffscreenCanvas(part ? image.width / 2 : image.width, part ? image.height / 2 : image.height);
      const context = canvas.getContext('2d');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      let near = 0;
      for (let i = 0; i < data.length; i += 4) {
        near += Math.abs(data[i] - r) + Math.abs(data[i + 1] - g) + Math.abs(data[i + 2] - b) < 60 ? 1 : 0;
      }
      return near / (data.length / 4);
    },
    [shot, colour, quarter],
  );
}

async function until(what, condition) {
  const deadline = Date.now() + 30_000;
  let found;
  do {
    found = await condition();
  } while (found !== true && Date.now() < deadline);
  assert.equal(found, true, what);
}

test('nothing is asked of the CDS before the sky is, and where it cannot be reached the page says so and goes on', () =>
  open(
    address(),
    async page => {
      asked.length = 0;
      const loaded = [];
      page.on('request', request => loaded.push(request.url()));
      await settled(page);
      await page.getByRole('img', { name: /′ wide; error ellipse \(95%\)/ }).waitFor();
      assert.deepEqual(asked, []);
      await page.getByRole('button', { name: 'Show the sky' }).click();
      await page.getByText('The sky images come from CDS in Strasbourg, which cannot be reached from here.').waitFor();
      assert.deepEqual(asked, [`${CDS}/DSS/DSSColor/properties`]);
      assert.equal(loaded.filter(url => url.includes('aladin')).length, 0);
      await page.getByRole('button', { name: 'Try again' }).waitFor();
      assert.deepEqual(await seriousFindings(page), []);
      await page.getByRole('img', { name: /^Light curve/ }).waitFor();
    },
    { elsewhere: CDS, prepare: awayFrom },
  ));

test('the sky is drawn from the tiles of the CDS alone, with the error ellipse and the counterparts on it', () =>
  open(
    address(),
    async page => {
      asked.length = 0;
      await settled(page);
      await standIn(page);
      await page.getByRole('button', { name: 'Show the sky' }).click();
      const box = page.locator('.images');
      await until('the tiles are drawn', async () => (await share(page, box, TILE)) > 0.5);
      await until('the ellipse is drawn', async () => (await share(page, box, [255, 211, 77])) > VISIBLE);
      const { counterparts } = await json(`/api/v1${address()}`);
      if (counterparts.length > 0) {
        await until('the counterparts are drawn', async () => (await share(page, box, [127, 212, 255])) > VISIBLE);
      }
      assert.ok(asked.some(url => /Norder\d+\/Dir\d+\/Npix\d+/.test(url)), asked.join('\n'));
      await page.getByRole('group', { name: 'X-ray' }).getByRole('button', { name: 'XMM-Newton' }).click();
      await until('the X-ray image is drawn, north-east on the upper left', async () => (await share(page, box, NORTH_EAST, true)) > 0.8);
      const cutout = new URL(asked.find(url => url.includes('hips2fits')));
      assert.equal(cutout.searchParams.get('hips'), 'xcatdb/P/XMM/PN/color');
      assert.ok(Math.abs(Number(cutout.searchParams.get('ra')) - someSource.ra_deg) < 0.001);
      assert.deepEqual(await seriousFindings(page), []);
      if (process.env.SCREENSHOTS) {
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/sky.png`, fullPage: true });
      }
    },
    { elsewhere: CDS },
  ));

test('the pages may ask no host but the suite and the CDS', () =>
  open(
    '/',
    async page => {
      const refused = await page.evaluate(
        () =>
          new Promise(resolve => {
            document.addEventListener('securitypolicyviolation', ({ blockedURI }) => resolve(blockedURI));
            fetch('https://example.org/').catch(() => {});
          }),
      );
      assert.match(refused, /^https:\/\/example\.org/);
    },
    { mayFail: true },
  ));
