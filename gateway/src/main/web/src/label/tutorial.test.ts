import { expect, test } from 'vitest';
import { afterAnswer, finished, fresh, LENGTH, restored } from './tutorial';

test('ten answers are the tutorial', () => {
  let progress = fresh('ada', true);
  for (let i = 0; i < LENGTH; i++) {
    expect(finished(progress)).toBe(false);
    progress = afterAnswer(progress, i % 2 === 0);
  }
  expect(finished(progress)).toBe(true);
  expect(progress).toEqual({ user: 'ada', active: true, answered: 10, right: 5 });
});

test('it goes on where it was left, but not for somebody else, nor from what cannot be read', () => {
  const left = { user: 'ada', active: false, answered: 3, right: 2 };
  expect(restored(JSON.stringify(left), 'ada')).toEqual(left);
  expect(restored(JSON.stringify(left), 'eve')).toEqual(fresh('eve'));
  expect(restored('{', 'ada')).toEqual(fresh('ada'));
  expect(restored(null, 'ada')).toEqual(fresh('ada'));
});
