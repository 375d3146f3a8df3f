/** The contents of a finding chart: error ellipse and counterparts, in the tangent plane at the source [arcsec]. */

import type { Counterpart, Position } from '../api';

const RAD = Math.PI / 180;
const ARCSEC = RAD / 3600;

/** Containment of the ellipses that are drawn. */
export const CONTAINMENT = 0.95;

/** Containment of an ellipse that does not give it (schema `position`). */
const UNTOLD_CONTAINMENT = 0.95;

/** Entries of several catalogues that are closer than this are drawn as one [arcsec]. */
const ONE_OBJECT_ARCSEC = 1.5;

/** East and north of the source [arcsec]. */
export type Offset = [east: number, north: number];

export interface Ellipse {
  majorArcsec: number;
  minorArcsec: number;
  /** of the major axis, from north through east */
  angleDeg: number;
}

export interface Mark {
  name: string;
  /** names of the catalogue entries that it stands for */
  entries: string[];
  offset: Offset;
  raDeg: number;
  decDeg: number;
  /** whether it may be the counterpart at all */
  best: boolean;
}

/**
 * The ellipse that holds the source in 95% of cases, for normal errors: the semi-axes grow as √(−2 ln(1 − containment)).
 */
export function errorEllipse(position: Position): Ellipse {
  const told = position.error_containment ?? UNTOLD_CONTAINMENT;
  const scale = Math.sqrt(Math.log1p(-CONTAINMENT) / Math.log1p(-told));
  return {
    majorArcsec: scale * position.error_major_arcsec,
    minorArcsec: scale * (position.error_minor_arcsec ?? position.error_major_arcsec),
    angleDeg: position.error_angle_deg ?? 0,
  };
}

/** Points around the ellipse. */
export function outline({ majorArcsec, minorArcsec, angleDeg }: Ellipse, points: number): Offset[] {
  const [sin, cos] = [Math.sin(angleDeg * RAD), Math.cos(angleDeg * RAD)];
  return Array.from({ length: points }, (_, i) => {
    const turn = (2 * Math.PI * i) / points;
    const [along, across] = [majorArcsec * Math.cos(turn), minorArcsec * Math.sin(turn)];
    return [along * sin + across * cos, along * cos - across * sin];
  });
}

/** Gnomonic projection. Calabretta & Greisen 2002, A&A 395, 1077, section 5.1.3, doi:10.1051/0004-6361:20021327. */
export function offset(centre: Position, raDeg: number, decDeg: number): Offset {
  const dRa = (raDeg - centre.ra_deg) * RAD;
  const [s0, c0] = [Math.sin(centre.dec_deg * RAD), Math.cos(centre.dec_deg * RAD)];
  const [s, c] = [Math.sin(decDeg * RAD), Math.cos(decDeg * RAD)];
  const depth = s0 * s + c0 * c * Math.cos(dRa);
  return [(c * Math.sin(dRa)) / depth / ARCSEC, (c0 * s - s0 * c * Math.cos(dRa)) / depth / ARCSEC];
}

/** Its inverse: right ascension and declination [deg]. */
export function place(centre: Position, [east, north]: Offset): [raDeg: number, decDeg: number] {
  const [x, y] = [east * ARCSEC, north * ARCSEC];
  const [s0, c0] = [Math.sin(centre.dec_deg * RAD), Math.cos(centre.dec_deg * RAD)];
  const ra = centre.ra_deg + Math.atan2(x, c0 - y * s0) / RAD;
  return [((ra % 360) + 360) % 360, Math.asin((s0 + y * c0) / Math.sqrt(1 + x * x + y * y)) / RAD];
}

/** The counterparts, each object once, under the name in the catalogue with the highest match probability. */
export function marks(centre: Position, counterparts: Counterpart[]): Mark[] {
  const found: Mark[] = [];
  for (const entry of [...counterparts].sort((a, b) => b.p_any * b.p_i - a.p_any * a.p_i)) {
    const [east, north] = offset(centre, entry.ra_deg, entry.dec_deg);
    const name = entry.id.startsWith(entry.catalogue) ? entry.id : `${entry.catalogue} ${entry.id}`;
    const same = found.find(({ offset: [e, n] }) => Math.hypot(e - east, n - north) < ONE_OBJECT_ARCSEC);
    if (same) {
      same.entries.push(name);
    } else {
      found.push({ name, entries: [name], offset: [east, north], raDeg: entry.ra_deg, decDeg: entry.dec_deg, best: entry.best !== false });
    }
  }
  return found;
}

/** A square field in words. */
export function described(centre: Position, all: Mark[], widthArcsec: number): string {
  const { majorArcsec, minorArcsec } = errorEllipse(centre);
  const inside = within(all, widthArcsec).map(({ name }) => name);
  return (
    `${(widthArcsec / 60).toFixed(0)}′ wide; error ellipse (${100 * CONTAINMENT}%) of ${majorArcsec.toFixed(1)}″ by ${minorArcsec.toFixed(1)}″; ` +
    (inside.length > 0 ? `counterparts ${inside.join(', ')}` : 'no counterparts')
  );
}

export function within(all: Mark[], widthArcsec: number): Mark[] {
  return all.filter(({ offset: [east, north] }) => Math.max(Math.abs(east), Math.abs(north)) < widthArcsec / 2);
}

/** As in `Gaia DR3 42 +2` for an object in three catalogues. */
export function label({ name, entries }: Mark): string {
  return entries.length > 1 ? `${name} +${entries.length - 1}` : name;
}

/** Colours on the sky, which is dark in either theme. */
export const INK = { ellipse: '#ffd34d', mark: '#7fd4ff', frame: '#c9d4e0' };
