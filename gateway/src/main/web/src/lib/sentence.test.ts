import { expect, test } from 'vitest';
import type { Classification, Probabilities } from '../api';
import { LANGUAGES } from '../label/languages';
import { sentence } from './sentence';

function classification(
  probabilities: Probabilities,
  evidence: Record<string, Probabilities>,
  alternatives: Classification['alternatives'] = [],
): Classification {
  return {
    class: Object.keys(probabilities).reduce((a, b) => ((probabilities[a] ?? 0) >= (probabilities[b] ?? 0) ? a : b)),
    probabilities,
    margin: 0,
    outlier_measure: 1,
    track: Object.entries(evidence).map(([category, ln_evidence]) => ({ category, ln_evidence })),
    alternatives,
    model: { name: 'test', version: '1' },
  };
}

test('the category that favours the class most over the next one is the reason', () => {
  const said = sentence(
    classification(
      { XRB: 0.9, AGN: 0.1 },
      { prior: { XRB: -3, AGN: 0 }, spectrum: { XRB: 1, AGN: 0 }, variability: { XRB: 4, AGN: -1 } },
      [{ without: 'variability', class: 'AGN' }],
    ),
  );
  expect(said).toBe('Probably an X-ray binary because of its variability; without its variability, an active galaxy (AGN).');
});

test('a second category that says at least half as much is named too', () => {
  const said = sentence(
    classification({ Star: 0.999, CV: 0.001 }, { location: { Star: 3, CV: 0 }, counterparts: { Star: 4, CV: 0 } }),
  );
  expect(said).toBe(
    'A star because of what lies there at other wavelengths and where it lies; leaving out any one kind of evidence changes nothing.',
  );
});

test('where no category speaks, the prior is said to decide', () => {
  const said = sentence(classification({ AGN: 0.6, XRB: 0.4 }, { prior: { AGN: -0.4, XRB: -2.7 }, spectrum: { AGN: 0.2, XRB: 0 } }));
  expect(said).toContain('Perhaps an active galaxy (AGN) mostly because such sources are common');
});

test('categories without which the same class would win are told together', () => {
  const said = sentence(
    classification({ CV: 0.45, AGN: 0.4, XRB: 0.15 }, { spectrum: { CV: 1, AGN: 0 } }, [
      { without: 'spectrum', class: 'AGN' },
      { without: 'location', class: 'XRB' },
      { without: 'counterparts', class: 'AGN' },
    ]),
  );
  expect(said).toBe(
    'Undecided, a cataclysmic variable at best, because of its X-ray spectrum; without its spectrum or its counterparts, ' +
      'an active galaxy (AGN); without its location, an X-ray binary.',
  );
});

test('the same is said in French and in Spanish', () => {
  const it = classification(
    { XRB: 0.9, AGN: 0.1 },
    { spectrum: { XRB: 3, AGN: 0 }, variability: { XRB: 4, AGN: -1 } },
    [{ without: 'variability', class: 'AGN' }],
  );
  expect(sentence(it, LANGUAGES.fr)).toBe(
    'Sans doute une binaire X, à cause de sa variabilité et de son spectre X ; sans sa variabilité, une galaxie active (AGN).',
  );
  expect(sentence(it, LANGUAGES.es)).toBe(
    'Probablemente una binaria de rayos X por su variabilidad y su espectro de rayos X; sin su variabilidad, una galaxia activa (AGN).',
  );
});
