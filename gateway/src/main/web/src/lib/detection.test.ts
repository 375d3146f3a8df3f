import { expect, test } from 'vitest';
import { parsePlace } from './coordinates';
import { bandsOf, detectionOf, emptyForm, fluxShare, FormProblem, instrument } from './detection';
import { EXAMPLES } from './examples';

test('a power law is shared between bands by its energy flux', () => {
  expect(fluxShare(2, [1, 10], [1, 100])).toBeCloseTo(0.5, 12);
  expect(fluxShare(1, [0, 5], [0, 10])).toBeCloseTo(0.5, 12);
  const shares = [[0.5, 1.2], [1.2, 2], [2, 7]].map(band => fluxShare(1.7, band as [number, number], [0.5, 7]));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
});

test('what is left empty is left out of the detection', () => {
  const form = { ...emptyForm('Chandra'), place: '12 29 06.7 +02 03 08.6' };
  form.bands = form.bands.map((band, i) => (i === 2 ? { ...band, flux: '6e-15', limit: true } : i === 0 ? { ...band, flux: '2.1e-15' } : band));
  const detection = detectionOf(form);
  expect(Object.keys(detection)).toEqual(['id', 'mission', 'instrument', 'position', 'bands']);
  expect(detection.position.ra_deg).toBeCloseTo(187.27792, 4);
  expect(detection.bands).toEqual([
    { name: '1', low_kev: 0.5, high_kev: 1.2, flux_cgs: 2.1e-15 },
    { name: '3', low_kev: 2, high_kev: 7, upper_limit_cgs: 6e-15, upper_limit_confidence: 0.997 },
  ]);
});

test.each([
  ['place', { place: 'somewhere' }],
  ['errorArcsec', { errorArcsec: '0' }],
  ['band-0', {}],
  ['within', { within: '1.2', bands: bandsOf(instrument('Chandra'), 1e-12) }],
  ['signalToNoise', { signalToNoise: 'high', bands: bandsOf(instrument('Chandra'), 1e-12) }],
])('a problem names its field: %s', (field, change) => {
  const form = { ...emptyForm('Chandra'), place: '187.3 2.05', ...change };
  expect(() => detectionOf(form)).toThrowError(expect.objectContaining({ field }) as FormProblem);
});

test('there are ten examples, each at a place that can be read', () => {
  expect(new Set(EXAMPLES.map(({ name }) => name)).size).toBe(10);
  EXAMPLES.forEach(({ raDeg, decDeg }) => expect(parsePlace(`${raDeg} ${decDeg}`)?.decDeg).toBe(decDeg));
});
