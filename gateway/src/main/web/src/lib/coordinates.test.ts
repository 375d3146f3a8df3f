import { describe, expect, test } from 'vitest';
import { parsePlace, sexagesimal } from './coordinates';

// The Crab pulsar in each of the usual forms.
const CRAB = { raDeg: 83.63308, decDeg: 22.01446 };

describe('a place is read however it is written', () => {
  test.each([
    '83.63308 22.01446',
    '83.63308, +22.01446',
    '83.63308°, 22.01446°',
    '05 34 31.94 +22 00 52.06',
    '05:34:31.94 +22:00:52.06',
    '05:34:31.94, +22:00:52.06',
    '5h34m31.94s +22d00m52.06s',
    '05h 34m 31.94s  +22° 00′ 52.06″',
    'J053431.94+220052.06',
    '4XMM J053431.9+220052',
    '2CXO J053431.9+220052',
    'l 184.5575 b -5.7843',
    'gal 184.5575, −5.7843',
  ])('%s', text => {
    const place = parsePlace(text);
    expect(place?.raDeg).toBeCloseTo(CRAB.raDeg, 3);
    expect(place?.decDeg).toBeCloseTo(CRAB.decDeg, 3);
    expect(place?.radiusArcsec).toBeUndefined();
  });
});

test.each([
  ["83.6 22 r=30", 30],
  ['83.6 22 r=30"', 30],
  ["83.6 +22.0 r 5'", 300],
  ['05 34 31.94 +22 00 52.06, radius = 0.5 deg', 1800],
  ['l 184.5 b -5.8 r=2arcmin', 120],
])('the radius of %s is %d arcsec', (text, arcsec) => {
  expect(parsePlace(text)?.radiusArcsec).toBeCloseTo(arcsec, 9);
});

test('declinations between 0 and −1 keep their sign', () => {
  expect(parsePlace('00 00 00 -00 30 00')?.decDeg).toBeCloseTo(-0.5, 9);
  expect(sexagesimal(0, -0.5)).toBe('00 00 00.00 −00 30 00.0');
});

test.each(['Cygnus X-1', '', '12', '83.6 95', '25 00 00 +10 00 00', '05 61 00 +10 00 00', 'l 10 b 100', 'lx-224fin535w6q'])(
  '%s is no place',
  text => expect(parsePlace(text)).toBeUndefined(),
);

test('seconds are rounded without a 60th', () => {
  expect(sexagesimal(14.99999999, 0.99999999)).toBe('01 00 00.00 +01 00 00.0');
  expect(sexagesimal(359.9999999, 0)).toBe('00 00 00.00 +00 00 00.0');
});
