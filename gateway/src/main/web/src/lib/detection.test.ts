import { expect, test } from 'vitest';
import type { Mission } from '../api';
import { parsePlace } from './coordinates';
import { bandsOf, detectionOf, emptyForm, fluxShare, FormProblem } from './detection';
import { EXAMPLES } from './examples';

const CHANDRA: Mission = {
  name: 'Chandra', names: ['Chandra', 'CXO'], instruments: [],
  bands: [
    { name: 'soft', low_kev: 0.5, high_kev: 1.2 },
    { name: 'medium', low_kev: 1.2, high_kev: 2 },
    { name: 'hard', low_kev: 2, high_kev: 7 },
  ],
  error_containment: 0.95, mean_epoch_year: 2008, epoch_spread_years: 5, photon_index: 1.7, usual_error_arcsec: 0.8,
};

test('a power law is shared between bands by its energy flux', () => {
  expect(fluxShare(2, [1, 10], [1, 100])).toBeCloseTo(0.5, 12);
  expect(fluxShare(1, [0, 5], [0, 10])).toBeCloseTo(0.5, 12);
  const shares = [[0.5, 1.2], [1.2, 2], [2, 7]].map(band => fluxShare(1.7, band as [number, number], [0.5, 7]));
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
});

test('what is left empty is left out of the detection', () => {
  const form = { ...emptyForm(CHANDRA), place: '12 29 06.7 +02 03 08.6' };
  form.bands = form.bands.map((band, i) => (i === 2 ? { ...band, flux: '6e-15', limit: true } : i === 0 ? { ...band, flux: '2.1e-15' } : band));
  const detection = detectionOf(form, CHANDRA);
  expect(Object.keys(detection)).toEqual(['id', 'mission', 'position', 'bands']);
  expect(detection.position).toMatchObject({ error_major_arcsec: 0.8, error_containment: 0.95 });
  expect(detection.position.ra_deg).toBeCloseTo(187.27792, 4);
  expect(detection.bands).toEqual([
    { name: 'soft', low_kev: 0.5, high_kev: 1.2, flux_cgs: 2.1e-15 },
    { name: 'hard', low_kev: 2, high_kev: 7, upper_limit_cgs: 6e-15, upper_limit_confidence: 0.997 },
  ]);
});

test('the instrument is given if the mission has several', () => {
  const swift = { ...CHANDRA, name: 'Swift', instruments: ['XRT', 'X-ray telescope'] };
  const form = { ...emptyForm(swift), place: '187.3 2.05', bands: bandsOf(swift, 1e-12) };
  expect(detectionOf(form, swift)).toMatchObject({ mission: 'Swift', instrument: 'XRT' });
});

test('a form starts without an error where the mission has no usual one', () => {
  const { usual_error_arcsec: _, ...lobster } = CHANDRA;
  const form = { ...emptyForm(lobster), place: '187.3 2.05', bands: bandsOf(lobster, 1e-12) };
  expect(() => detectionOf(form, lobster)).toThrowError(expect.objectContaining({ field: 'errorArcsec' }) as FormProblem);
});

test.each([
  ['place', { place: 'somewhere' }],
  ['errorArcsec', { errorArcsec: '0' }],
  ['band-0', {}],
  ['within', { within: '1.2', bands: bandsOf(CHANDRA, 1e-12) }],
  ['signalToNoise', { signalToNoise: 'high', bands: bandsOf(CHANDRA, 1e-12) }],
])('a problem names its field: %s', (field, change) => {
  const form = { ...emptyForm(CHANDRA), place: '187.3 2.05', ...change };
  expect(() => detectionOf(form, CHANDRA)).toThrowError(expect.objectContaining({ field }) as FormProblem);
});

test('there are ten examples, each at a place that can be read', () => {
  expect(new Set(EXAMPLES.map(({ name }) => name)).size).toBe(10);
  EXAMPLES.forEach(({ raDeg, decDeg }) => expect(parsePlace(`${raDeg} ${decDeg}`)?.decDeg).toBe(decDeg));
});
