import { expect, test } from 'vitest';
import { NONE_YET, titleOf } from './missions';

test('missions of the same name are named with their instruments', () => {
  const [swift, eye, claw] = [
    { ...NONE_YET, name: 'Swift', instruments: ['XRT'] },
    { ...NONE_YET, name: 'Lobster', instruments: ['Eye'] },
    { ...NONE_YET, name: 'Lobster', instruments: ['Claw'] },
  ];
  expect([swift, eye, claw].map((mission, _, known) => titleOf(mission, known))).toEqual(['Swift', 'Lobster Eye', 'Lobster Claw']);
});
