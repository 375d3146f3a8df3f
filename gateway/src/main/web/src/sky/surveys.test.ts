import { expect, test } from 'vitest';
import { cutout, fourFor, HOST, SURVEYS } from './surveys';

test('there is one survey of each range, the X-ray one of the mission that saw the source', () => {
  expect(fourFor(10, 'Chandra').map(({ name }) => name)).toEqual(['Chandra', 'GALEX', 'Pan-STARRS', 'AllWISE']);
});

test('where Pan-STARRS has not looked it is DSS2, and for a mission without images XMM-Newton', () => {
  expect(fourFor(-45, 'Swift').map(({ name }) => name)).toEqual(['XMM-Newton', 'GALEX', 'DSS2', 'AllWISE']);
});

test('a cutout is asked of the CDS by the name of the HiPS, and its width in degrees', () => {
  const address = new URL(cutout(SURVEYS[0]!, { raDeg: 83.63, decDeg: -5.2, widthArcsec: 120, pixels: 300 }));
  expect(address.origin).toBe(HOST);
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    hips: 'xcatdb/P/XMM/PN/color',
    ra: '83.630000',
    dec: '-5.200000',
    fov: '0.033333',
    width: '300',
    format: 'jpg',
  });
});
