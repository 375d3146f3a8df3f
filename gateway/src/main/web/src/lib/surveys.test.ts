import { expect, test } from 'vitest';
import type { TableMapping } from '../api';
import { choose, chosen, timeLeft } from './surveys';

const MAPPING: TableMapping = {
  title: 'mine',
  columns: { ra_deg: 'RA', error_major_arcsec: 'POSERR' },
  defaults: { mission: 'Chandra' },
  factors: {},
  complements: [],
  bands: {},
};

test('a quantity is told by a column or by one value for all rows', () => {
  expect(chosen(MAPPING, 'ra_deg')).toBe('RA');
  expect(chosen(MAPPING, 'mission')).toBe('=Chandra');
  expect(chosen(MAPPING, 'start')).toBe('');
});

test('choosing a value takes the place of a column, and the other way round', () => {
  const fixed = choose(MAPPING, 'error_major_arcsec', '=1.5');
  expect(fixed.columns).toEqual({ ra_deg: 'RA' });
  expect(fixed.defaults).toEqual({ mission: 'Chandra', error_major_arcsec: '1.5' });
  expect(choose(fixed, 'mission', 'OBS').columns.mission).toBe('OBS');
  expect(choose(fixed, 'mission', '').defaults?.mission).toBeUndefined();
  expect(MAPPING.columns.error_major_arcsec).toBe('POSERR');
});

test('what is left of a long time is told in hours', () => {
  expect([0.2, 60, 600, 7200].map(timeLeft)).toEqual(['1 s', '60 s', '10 min', '2.0 h']);
});
