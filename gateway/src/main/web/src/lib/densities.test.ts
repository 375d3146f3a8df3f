import { expect, test } from 'vitest';
import type { FeatureDensities } from '../api';
import { densityAt } from './densities';

const curves: FeatureDensities = { name: 'x', category: 'location', unit: '', low: 0, high: 2, folded: false, densities: { AGN: [1, 3, 5] } };

test('between the points of the grid the density is straight', () => {
  expect(densityAt(curves, 'AGN', 0)).toBe(1);
  expect(densityAt(curves, 'AGN', 0.5)).toBe(2);
  expect(densityAt(curves, 'AGN', 2)).toBe(5);
});

test('beyond an end the end counts', () => {
  expect(densityAt(curves, 'AGN', -7)).toBe(1);
  expect(densityAt(curves, 'AGN', 99)).toBe(5);
});

test('a folded feature counts as its absolute value', () => {
  expect(densityAt({ ...curves, folded: true }, 'AGN', -1.5)).toBe(4);
});
