import { expect, test } from 'vitest';
import type { Model } from '../api';
import { difference, verdict } from './difference';

function model(macroF1: number, ece: number, features: string[], classes: string[]): Model {
  return {
    name: 'm', version: String(macroF1), active: true, missions: [], variant: 'weighted-evidence', weights: {},
    prior: Object.fromEntries(classes.map(name => [name, 1 / classes.length])),
    features: features.map(name => ({ name, category: 'location', unit: '' })),
    provenance: { sample: '', sample_sha256: '', seed: 0, code_version: '', rows: {}, excluded_rows: {}, objective: '', held_out: { macro_f1: macroF1, ece, f1_AGN: macroF1 }, confusion: [], reliability: [] },
  };
}

const before = model(0.7, 0.01, ['galactic_latitude', 'colour_j_k'], ['AGN', 'CV']);
const after = model(0.8, 0.02, ['galactic_latitude', 'block_ratio'], ['AGN', 'CV', 'YSO']);
const figure = (name: string) => {
  const found = difference(before, after).figures.find(each => each.name === name);
  if (!found) throw new Error(name);
  return found;
};

test('a larger F1 is better, a larger calibration error worse, another prior neither', () => {
  expect(verdict(figure('macro F1'))).toBe(1);
  expect(verdict(figure('calibration error'))).toBe(-1);
  expect(verdict(figure('prior of AGN'))).toBe(0);
});

test('what one model does not know is no change for the worse', () => {
  expect(figure('F1 of YSO').first).toBeUndefined();
  expect(figure('prior of YSO').second).toBeCloseTo(1 / 3, 12);
  expect(verdict(figure('F1 of YSO'))).toBe(0);
});

test('features of one model alone are named', () => {
  expect(difference(before, after).onlyFirst).toEqual(['colour_j_k']);
  expect(difference(before, after).onlySecond).toEqual(['block_ratio']);
});
