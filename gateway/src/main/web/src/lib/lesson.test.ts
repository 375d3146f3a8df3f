import { expect, test } from 'vitest';
import { LANGUAGES } from '../label/languages';
import type { Classification } from '../api';
import { featureIn, lesson, measured } from './lesson';

const IT: Classification = {
  class: 'AGN',
  probabilities: { AGN: 0.7, Star: 0.2, XRB: 0.1 },
  margin: 0.4,
  outlier_measure: 1,
  track: [
    { category: 'prior', ln_evidence: { AGN: 5, Star: 0, XRB: 0 } },
    {
      category: 'location',
      ln_evidence: { AGN: 0, Star: 2, XRB: 0.1 },
      features: [{ name: 'galactic_latitude', value: 3.25, unit: 'deg', ln_evidence: { AGN: 0, Star: 2, XRB: 0 } }],
    },
    {
      category: 'counterparts',
      ln_evidence: { AGN: 4, Star: 0, XRB: 0 },
      features: [
        { name: 'colour_w1_w2', value: -0.9, unit: 'mag', ln_evidence: { AGN: 1, Star: 0, XRB: 0 } },
        { name: 'log_fx_fr', value: 0.1, unit: 'dex', ln_evidence: { AGN: 4, Star: 0, XRB: 0 } },
        { name: 'colour_j_k', value: 1, unit: 'mag', ln_evidence: { AGN: -1, Star: 0, XRB: 0 } },
        { name: 'log_fx_fw1', value: null, ln_evidence: { AGN: 9, Star: 0, XRB: 0 } },
      ],
    },
  ],
  alternatives: [],
  model: { name: 'test', version: '1' },
};

test('the truth is held against the wrong answer, by what was measured alone', () => {
  const told = lesson(IT, 'AGN', 'Star');
  expect(told).toMatchObject({ rival: 'Star', persuades: true });
  expect(told?.supporting).toEqual([
    {
      category: 'counterparts',
      odds: 4,
      features: [{ name: 'log_fx_fr', value: 0.1, unit: 'dex' }, { name: 'colour_w1_w2', value: -0.9, unit: 'mag' }],
    },
  ]);
  expect(told?.opposing.map(({ category }) => category)).toEqual(['location']);
});

test('a right answer, or one that no class has, is held against the class most easily taken for it', () => {
  expect(lesson(IT, 'AGN', 'AGN')?.rival).toBe('Star');
  expect(lesson(IT, 'Star', 'Unsure')).toMatchObject({ rival: 'AGN', persuades: false });
});

test('of a class that the classifier does not know there is nothing to tell', () => {
  expect(lesson(IT, 'Other', 'Star')).toBeUndefined();
});

test.each(Object.entries(LANGUAGES))('%s has a name for every feature, and the same one for ratios and colours', (code, words) => {
  for (const name of ['galactic_latitude', 'proper_motion_log10', 'short_term_variability', 'hardness_ratio_2']) {
    expect(featureIn(words, name)).not.toMatch(/_|undefined/);
  }
  expect(featureIn(words, 'log_fx_fw1 & colour_w1_w2')).toBe('log F_X/F_W1 + W1−W2');
  expect(code).toHaveLength(2);
});

test('a measurement has its sign and, where there is one to say, its unit', () => {
  const words = LANGUAGES.en ?? {};
  expect(measured(words, { name: 'galactic_latitude', value: -3.25, unit: 'deg' })).toBe('galactic latitude −3.25°');
  expect(measured(words, { name: 'log_fx_fr', value: 0.1, unit: 'dex' })).toBe('log F_X/F_R 0.1');
  expect(measured(words, { name: 'colour_w1_w2', value: -0.9, unit: 'mag' })).toBe('W1−W2 −0.9 mag');
});
