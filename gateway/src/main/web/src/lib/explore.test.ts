import { expect, test } from 'vitest';
import type { SourceSummary } from '../api';
import { conditions, sorted, understand } from './explore';

test('a place asks for a cone, with the radius given or the usual one', () => {
  expect(String(understand('83.63308 22.01446'))).toBe('ra_deg=83.63308&dec_deg=22.01446&radius_arcsec=60');
  expect(String(understand("83.63308 22.01446 r=5'"))).toContain('radius_arcsec=300');
});

test('a designation of another catalogue is looked up by its place, one of ours by its name', () => {
  expect(String(understand('2CXO J053431.9+220052'))).toContain('ra_deg=83.632917');
  expect(String(understand('LXS J053431.9+220052'))).toBe('name=LXS+J053431.9%2B220052');
});

test('the id of a source leads to its page', () => {
  expect(understand(' lx-224fin535w6q ')).toBe('/sources/lx-224fin535w6q');
});

test('an empty search asks for everything', () => {
  expect(String(understand('  '))).toBe('');
});

test('only what the API knows is asked of it', () => {
  expect(String(conditions(new URLSearchParams('class=XRB&frame=galactic&sort=-ra&page=2&name=')))).toBe('class=XRB');
});

test('sources are sorted by a column, either way, and left alone by what is none', () => {
  const source = (name: string, p: number) => ({ name, latest: { class: 'CV', probabilities: { CV: p } } }) as unknown as SourceSummary;
  const all = [source('b', 0.5), source('a', 0.9), source('c', 0.7)];
  const names = (order: string) => sorted(all, order).map(({ name }) => name).join('');
  expect(names('name')).toBe('abc');
  expect(names('-probability')).toBe('acb');
  expect(names('__proto__')).toBe('bac');
});
