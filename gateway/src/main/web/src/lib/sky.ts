/** Spherical astronomy of the map: frames and the Aitoff projection. Angles in degrees. */

const RAD = Math.PI / 180;

/** Galactic pole and the galactic longitude of the north celestial pole, J2000 (IAU 1958 system, ICRS). */
const POLE_RA_DEG = 192.85948;
const POLE_DEC_DEG = 27.12825;
const NCP_L_DEG = 122.93192;

export interface Direction {
  /** right ascension or galactic longitude [deg], in [0, 360) */
  lonDeg: number;
  /** declination or galactic latitude [deg], in [-90, 90] */
  latDeg: number;
}

export function wrap360(deg: number): number {
  return ((deg % 360) + 360) % 360;
}

export function toGalactic(raDeg: number, decDeg: number): Direction {
  const dra = (raDeg - POLE_RA_DEG) * RAD;
  const [sd, cd] = [Math.sin(decDeg * RAD), Math.cos(decDeg * RAD)];
  const [sp, cp] = [Math.sin(POLE_DEC_DEG * RAD), Math.cos(POLE_DEC_DEG * RAD)];
  const sinB = sd * sp + cd * cp * Math.cos(dra);
  const y = cd * Math.sin(dra);
  const x = sd * cp - cd * sp * Math.cos(dra);
  return { lonDeg: wrap360(NCP_L_DEG - Math.atan2(y, x) / RAD), latDeg: Math.asin(clamp(sinB)) / RAD };
}

export function toEquatorial(lDeg: number, bDeg: number): Direction {
  const dl = (NCP_L_DEG - lDeg) * RAD;
  const [sb, cb] = [Math.sin(bDeg * RAD), Math.cos(bDeg * RAD)];
  const [sp, cp] = [Math.sin(POLE_DEC_DEG * RAD), Math.cos(POLE_DEC_DEG * RAD)];
  const sinDec = sb * sp + cb * cp * Math.cos(dl);
  const y = cb * Math.sin(dl);
  const x = sb * cp - cb * sp * Math.cos(dl);
  return { lonDeg: wrap360(POLE_RA_DEG + Math.atan2(y, x) / RAD), latDeg: Math.asin(clamp(sinDec)) / RAD };
}

/** Great-circle separation [deg], haversine form. */
export function separationDeg(a: Direction, b: Direction): number {
  const dLat = ((b.latDeg - a.latDeg) / 2) * RAD;
  const dLon = ((b.lonDeg - a.lonDeg) / 2) * RAD;
  const h = Math.sin(dLat) ** 2 + Math.cos(a.latDeg * RAD) * Math.cos(b.latDeg * RAD) * Math.sin(dLon) ** 2;
  return (2 * Math.asin(Math.min(1, Math.sqrt(h)))) / RAD;
}

/**
 * Aitoff projection into the ellipse of half-axes 1 and ½, as seen from Earth: longitude grows to the left.
 *
 * @param centreDeg longitude in the middle
 */
export function aitoff({ lonDeg, latDeg }: Direction, centreDeg: number): [x: number, y: number] {
  const half = ((wrap360(lonDeg - centreDeg + 180) - 180) / 2) * RAD;
  const lat = latDeg * RAD;
  const alpha = Math.acos(clamp(Math.cos(lat) * Math.cos(half)));
  const scale = alpha < 1e-9 ? 1 : alpha / Math.sin(alpha);
  return [(-2 * Math.cos(lat) * Math.sin(half) * scale) / Math.PI, (Math.sin(lat) * scale) / Math.PI];
}

function clamp(x: number): number {
  return Math.max(-1, Math.min(1, x));
}
