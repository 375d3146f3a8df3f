import { expect, test } from 'vitest';
import { LANGUAGES } from './languages';

const english = LANGUAGES.en as Record<string, string>;

test('English, French and Spanish are there', () => {
  expect(Object.keys(LANGUAGES)).toEqual(expect.arrayContaining(['en', 'es', 'fr']));
});

/** What is spelled alike in two languages. */
const ALIKE: Record<string, string[]> = {
  es: ['counterparts_magnitudes', 'light_error'],
  fr: ['counterparts_catalogue', 'counterparts_magnitudes', 'light_date', 'light_flux', 'light_mission'],
};

test.each(Object.entries(LANGUAGES))('%s says everything that English says, and in words of its own', (code, words) => {
  const said: Record<string, string> = words;
  expect(Object.keys(said).sort()).toEqual(Object.keys(english).sort());
  expect(Object.values(said).every(text => text.trim().length > 0)).toBe(true);
  const gaps = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
  expect(Object.keys(said).filter(key => `${gaps(said[key] ?? '')}` !== `${gaps(english[key] ?? '')}`)).toEqual([]);
  if (code !== 'en') {
    expect(Object.keys(said).filter(key => said[key] === english[key]).sort()).toEqual(ALIKE[code] ?? []);
  }
});
