import { expect, test } from 'vitest';
import { aitoff, separationDeg, toEquatorial, toGalactic } from './sky';

test('the galactic pole and the centre of the Galaxy lie where the IAU put them', () => {
  expect(toGalactic(192.85948, 27.12825).latDeg).toBeCloseTo(90, 5);
  // Sgr A*, 17h45m40.04s −29°00′28.1″, is at l = 359.944°, b = −0.046° (Reid & Brunthaler 2004).
  const { lonDeg, latDeg } = toGalactic(266.41684, -29.00781);
  expect(lonDeg).toBeCloseTo(359.944, 3);
  expect(latDeg).toBeCloseTo(-0.046, 3);
});

test('a place comes back from galactic coordinates, near the poles and the wrap too', () => {
  for (const [ra, dec] of [[0, 0], [359.999, 12], [83.633, 22.014], [10, 89.99], [200, -89.99], [192.86, 27.13]] as const) {
    const { lonDeg, latDeg } = toGalactic(ra, dec);
    const back = toEquatorial(lonDeg, latDeg);
    expect(separationDeg(back, { lonDeg: ra, latDeg: dec })).toBeLessThan(1e-6);
  }
});

test('the map is an ellipse twice as wide as high, longitude growing to the left', () => {
  expect(aitoff({ lonDeg: 0, latDeg: 0 }, 0)).toEqual([-0, 0]);
  const [left] = aitoff({ lonDeg: 179.999999, latDeg: 0 }, 0);
  expect(left).toBeCloseTo(-1, 6);
  const [x, y] = aitoff({ lonDeg: 77, latDeg: 90 }, 0);
  expect(x).toBeCloseTo(0, 9);
  expect(y).toBeCloseTo(0.5, 9);
  expect(aitoff({ lonDeg: 90, latDeg: 0 }, 0)[0]).toBeLessThan(0);
});

test('the equator and the middle meridian are true to scale, as Aitoff meant them (Snyder 1987, USGS PP 1395)', () => {
  expect(aitoff({ lonDeg: 90, latDeg: 0 }, 0)[0]).toBeCloseTo(-0.5, 12);
  expect(aitoff({ lonDeg: 240, latDeg: 0 }, 180)[0]).toBeCloseTo(-1 / 3, 12);
  expect(aitoff({ lonDeg: 0, latDeg: 45 }, 0)[1]).toBeCloseTo(0.25, 12);
});
