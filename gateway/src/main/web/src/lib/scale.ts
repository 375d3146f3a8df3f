/** Axes of the charts. */

import { superscript } from './format';

export interface Scale {
  (value: number): number;
  ticks: number[];
}

/** A linear scale from a domain to pixels, with round ticks inside the domain. */
export function linear([from, to]: [number, number], [start, end]: [number, number], wanted = 5): Scale {
  const span = to - from || 1;
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find(factor => factor * power >= rough) ?? 10);
  const first = Math.ceil(from / step - 1e-9);
  const ticks = Array.from({ length: Math.floor(to / step + 1e-9) - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
  return Object.assign((value: number) => start + ((value - from) / span) * (end - start), { ticks });
}

/** A logarithmic scale with ticks at powers of ten, and at 2 and 5 times them over a short range. */
export function logarithmic([from, to]: [number, number], range: [number, number]): Scale {
  const [a, b] = [Math.log10(from), Math.log10(to)];
  const line = linear([a, b], range);
  const decades = Array.from({ length: Math.floor(b) - Math.floor(a) + 1 }, (_, i) => Math.floor(a) + i);
  const factors = b - a < 2 ? [1, 2, 5] : [1];
  const ticks = decades
    .flatMap(decade => factors.map(factor => Number(`${factor}e${decade}`)))
    .filter(tick => tick >= from * (1 - 1e-9) && tick <= to * (1 + 1e-9));
  return Object.assign((value: number) => line(Math.log10(value)), { ticks });
}

/** Smallest and largest of the positive values, with a margin for a logarithmic axis. */
export function logDomain(values: number[]): [number, number] {
  const positive = values.filter(value => value > 0);
  return positive.length === 0 ? [1, 10] : [Math.min(...positive) / 1.6, Math.max(...positive) * 1.6];
}

/** A tick of a logarithmic axis, as in `2×10⁻¹³`. */
export function powerOfTen(value: number): string {
  const exponent = Math.floor(Math.log10(value) + 1e-9);
  const mantissa = Math.round(value / 10 ** exponent);
  return `${mantissa === 1 ? '' : `${mantissa}×`}10${superscript(exponent)}`;
}
