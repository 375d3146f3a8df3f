import { expect, test } from 'vitest';
import { pieces } from './mentions';

const rocket = '🚀 is 4XMM J000009.3+135618!';

test('a text falls into what is said and what is named, and nothing is lost', () => {
  const found = pieces(rocket, [{ offset: 6, length: 21, kind: 'xmm', name: '4XMM J000009.3+135618' }]);
  expect(found.map(piece => piece.text)).toEqual(['🚀 is ', '4XMM J000009.3+135618', '!']);
  expect(found.map(piece => piece.address)).toEqual([
    undefined,
    'https://simbad.cds.unistra.fr/simbad/sim-id?Ident=4XMM+J000009.3%2B135618',
    undefined,
  ]);
});

test('a text without names is one piece, markup or not', () => {
  expect(pieces('<script>alert(1)</script>', [])).toEqual([{ text: '<script>alert(1)</script>' }]);
  expect(pieces('', [])).toEqual([]);
});

test('names of our own lead to our own pages', () => {
  const text = 'lx-gezdgnbvgy3t LXS J100027.9+021220';
  const found = pieces(text, [
    { offset: 0, length: 15, kind: 'source', name: 'lx-gezdgnbvgy3t' },
    { offset: 16, length: 20, kind: 'lynceus', name: 'LXS J100027.9+021220' },
  ]);
  expect(found.filter(piece => piece.ours).map(piece => piece.address)).toEqual([
    '/sources/lx-gezdgnbvgy3t',
    '/?name=LXS+J100027.9%2B021220',
  ]);
});

test('a catalogue that SIMBAD does not have whole is looked up in VizieR at the place in the name', () => {
  const [name] = pieces('1eRASS J235959.9-895959', [{ offset: 0, length: 23, kind: 'erosita', name: '1eRASS J235959.9-895959' }]);
  const asked = new URL(name?.address ?? '').searchParams;
  expect(asked.get('-source')).toBe('J/A+A/682/A34');
  expect(asked.get('-c')).toBe('23 59 59.9 -89 59 59');
});
