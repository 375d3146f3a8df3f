/** The differences between two models. */

import type { Model } from '../api';
import { inOrder } from './classes';

export interface Figure {
  name: string;
  first: number | undefined;
  second: number | undefined;
  /** whether a larger one is better; undefined where neither is */
  largerIsBetter?: boolean;
}

export interface Difference {
  figures: Figure[];
  /** features of one model alone */
  onlyFirst: string[];
  onlySecond: string[];
}

export function difference(first: Model, second: Model): Difference {
  const [a, b] = [first.provenance.held_out, second.provenance.held_out];
  const classes = inOrder(new Set([...Object.keys(first.prior), ...Object.keys(second.prior)]));
  const [features, others] = [first, second].map(({ features }) => features.map(({ name }) => name)) as [string[], string[]];
  return {
    figures: [
      { name: 'macro F1', first: a.macro_f1, second: b.macro_f1, largerIsBetter: true },
      ...classes.map(name => ({ name: `F1 of ${name}`, first: a[`f1_${name}`], second: b[`f1_${name}`], largerIsBetter: true })),
      { name: 'calibration error', first: a.ece, second: b.ece, largerIsBetter: false },
      { name: 'Brier score', first: a.brier, second: b.brier, largerIsBetter: false },
      ...classes.map(name => ({ name: `prior of ${name}`, first: first.prior[name], second: second.prior[name] })),
      ...classes.map(name => ({ name: `sources of ${name}`, first: first.provenance.rows[name], second: second.provenance.rows[name] })),
    ],
    onlyFirst: features.filter(name => !others.includes(name)),
    onlySecond: others.filter(name => !features.includes(name)),
  };
}

/** Whether the second is better (1), worse (−1), or neither can be said (0). */
export function verdict({ first, second, largerIsBetter }: Figure): -1 | 0 | 1 {
  if (first === undefined || second === undefined || largerIsBetter === undefined || first === second) {
    return 0;
  }
  return second > first === largerIsBetter ? 1 : -1;
}
