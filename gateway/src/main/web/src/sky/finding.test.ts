import { expect, test } from 'vitest';
import type { Counterpart, Position } from '../api';
import { errorEllipse, label, marks, offset, outline, place } from './finding';

const AT: Position = { ra_deg: 359.999, dec_deg: 62, error_major_arcsec: 1, error_containment: 0.6826894921370859 };

function entry(catalogue: string, id: string, raDeg: number, decDeg: number, p_i: number): Counterpart {
  return {
    catalogue, id, wavelength: 'optical', precedence: 1, ra_deg: raDeg, dec_deg: decDeg, separation_arcsec: 1, separation_sigma: 1,
    log10_bayes_factor: 3, p_any: 0.9, p_i, best: true, magnitudes: {},
  };
}

test('a circle of 68% grows to that of 95% by the Rayleigh quantiles, 1.5152 and 2.4477 sigma', () => {
  const { majorArcsec, minorArcsec } = errorEllipse(AT);
  expect(majorArcsec).toBeCloseTo(2.44774683 / 1.51517295, 6);
  expect(minorArcsec).toBe(majorArcsec);
});

test('an ellipse that does not tell its containment is one of 95%', () => {
  expect(errorEllipse({ ra_deg: 1, dec_deg: 2, error_major_arcsec: 3, error_minor_arcsec: 2, error_angle_deg: 40 })).toEqual({
    majorArcsec: 3,
    minorArcsec: 2,
    angleDeg: 40,
  });
});

test('the major axis points from north through east', () => {
  const [first, , , quarter] = outline({ majorArcsec: 3, minorArcsec: 1, angleDeg: 90 }, 12);
  expect(first?.[0]).toBeCloseTo(3, 12);
  expect(first?.[1]).toBeCloseTo(0, 12);
  expect(quarter?.[0]).toBeCloseTo(0, 12);
  expect(Math.abs(quarter?.[1] ?? 0)).toBeCloseTo(1, 12);
});

test('places and offsets are each other’s inverse, over the meridian and at high declination', () => {
  for (const [east, north] of [[40, 3], [-25, -60], [0, 0.2]] as [number, number][]) {
    for (const dec_deg of [62, -89.9, 0]) {
      const centre = { ...AT, dec_deg };
      const back = offset(centre, ...place(centre, [east, north]));
      expect(back[0]).toBeCloseTo(east, 7);
      expect(back[1]).toBeCloseTo(north, 7);
    }
  }
});

test('one arcsecond of declination is one arcsecond to the north', () => {
  expect(offset(AT, AT.ra_deg, AT.dec_deg + 1 / 3600)[1]).toBeCloseTo(1, 8);
});

test('entries of one object are one mark, under the most probable name', () => {
  const found = marks(AT, [
    entry('wise', 'J1', 359.999, 62.0001, 0.3),
    entry('Gaia DR3', 'Gaia DR3 42', 359.999, 62.00012, 0.8),
    entry('2mass', 'J2', 359.999, 62.01, 0.1),
  ]);
  expect(found.map(label)).toEqual(['Gaia DR3 42 +1', '2mass J2']);
  expect(found[0]?.entries).toEqual(['Gaia DR3 42', 'wise J1']);
});
