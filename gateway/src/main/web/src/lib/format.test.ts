import { expect, test } from 'vitest';
import { csv } from './csv';
import { featureName, percent, scientific, short, year } from './format';

test('a probability is never told as 0 or 1', () => {
  expect([0, 0.0004, 0.05, 0.5, 0.995, 0.99995].map(percent)).toEqual(['< 0.1%', '< 0.1%', '5.0%', '50%', '99.5%', '> 99.9%']);
});

test('fluxes have their power of ten', () => {
  expect(scientific(2.197177e-12)).toBe('2.2 × 10⁻¹²');
  expect(scientific(0)).toBe('0');
  expect(short(1234567)).toBe('1.23 × 10⁶');
  expect(short(-2.7127)).toBe('-2.71');
});

test('J2000 is the year 2000', () => {
  expect(year('2000-01-01T12:00:00Z')).toBe(2000);
  expect(year('2010-03-04T05:06:07Z')).toBeCloseTo(2010.1703, 4);
});

test('features have names for people', () => {
  expect(featureName('colour_bp_rp & log_fx_fw1')).toBe('colour BP−RP with X-ray to W1 flux ratio (log)');
  expect(featureName('log_luminosity_measured')).toBe('whether X-ray luminosity (log) is measured');
  expect(featureName('made_up')).toBe('made up');
});

test('cells with commas, quotes or line ends are quoted', () => {
  expect(csv(['a', 'b'], [['x,y', 'say "so"'], [null, 1.5]])).toBe('a,b\r\n"x,y","say ""so"""\r\n,1.5\r\n');
});
