import { expect, test } from 'vitest';
import { linear, logarithmic, logDomain } from './scale';

test('a linear axis has round ticks inside its domain', () => {
  const axis = linear([2000.3, 2022.2], [0, 100]);
  expect(axis.ticks).toEqual([2005, 2010, 2015, 2020]);
  expect(axis(2000.3)).toBe(0);
  expect(axis(2022.2)).toBeCloseTo(100, 9);
  expect(linear([0, 0.3], [0, 1]).ticks).toEqual([0, 0.1, 0.2, 0.3]);
});

test('a logarithmic axis has decades, and 2 and 5 of them where it is short', () => {
  expect(logarithmic([1e-15, 1e-11], [0, 1]).ticks).toEqual([1e-15, 1e-14, 1e-13, 1e-12, 1e-11]);
  expect(logarithmic([1.5e-12, 9e-12], [0, 1]).ticks).toEqual([2e-12, 5e-12]);
  expect(logarithmic([1, 100], [0, 10])(10)).toBe(5);
});

test('a domain leaves air around the values and passes over what is not positive', () => {
  const [least, most] = logDomain([0, -1, 2, 8]);
  expect(least).toBeLessThan(2);
  expect(most).toBeGreaterThan(8);
  expect(logDomain([0])).toEqual([1, 10]);
});
