/** A model's densities at a value. */

import type { FeatureDensities } from '../api';

/** Density of a class, linear between the points of the grid and constant beyond its ends. */
export function densityAt(curves: FeatureDensities, name: string, value: number): number {
  const densities = curves.densities[name] ?? [];
  const last = densities.length - 1;
  const place = Math.min(last, Math.max(0, (((curves.folded ? Math.abs(value) : value) - curves.low) / (curves.high - curves.low)) * last));
  const left = Math.min(Math.floor(place), last - 1);
  const right = place - left;
  return (densities[left] ?? 0) * (1 - right) + (densities[left + 1] ?? 0) * right;
}
