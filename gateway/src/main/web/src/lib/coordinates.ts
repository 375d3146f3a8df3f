/** Reads and writes positions on the sky in the usual notations. */

import { toEquatorial, wrap360 } from './sky';

export interface Place {
  /** ICRS [deg] */
  raDeg: number;
  decDeg: number;
  /** only where the text gives one [arcsec] */
  radiusArcsec?: number;
}

const NUMBER = String.raw`\d+(?:\.\d*)?|\.\d+`;
const DECIMAL = new RegExp(String.raw`^([+-]?(?:${NUMBER}))\s*°?\s*[,;\s]\s*([+-]?(?:${NUMBER}))\s*°?$`);
const SEXAGESIMAL = new RegExp(
  String.raw`^(\d{1,3})(?:\s*[h:]\s*|\s+)(\d{1,2})(?:\s*[m:']\s*|\s+)(${NUMBER})\s*s?"?\s*[,;\s]?\s*([+-])\s*` +
    String.raw`(\d{1,2})(?:\s*[d°:]\s*|\s+)(\d{1,2})(?:\s*[m:'′]\s*|\s+)(${NUMBER})\s*[s"″]?$`,
);
const DESIGNATION = /(?:^|\s)[JB]?(\d{2})(\d{2})(\d{2}(?:\.\d+)?)([+-])(\d{2})(\d{2})(\d{2}(?:\.\d+)?)$/;
const GALACTIC = new RegExp(
  String.raw`^(?:gal(?:actic)?|l)\s*=?\s*([+-]?(?:${NUMBER}))\s*°?\s*[,;\s]\s*(?:b\s*=?\s*)?([+-]?(?:${NUMBER}))\s*°?$`,
);
const RADIUS = new RegExp(String.raw`\s*[,;]?\s*\b(?:r|radius)\s*=?\s*(${NUMBER})\s*(deg|d|°|arcmin|'|′|arcsec|"|″)?$`, 'i');

const ARCSEC_OF: Record<string, number> = { deg: 3600, d: 3600, '°': 3600, arcmin: 60, "'": 60, '′': 60 };

/** Undefined if the text is not a place; it may be a name. */
export function parsePlace(text: string): Place | undefined {
  let rest = text.trim().replaceAll('−', '-');
  const radius = RADIUS.exec(rest);
  if (radius) {
    rest = rest.slice(0, radius.index).trim();
  }
  const place = parseDirection(rest);
  if (!place || !radius) {
    return place;
  }
  return { ...place, radiusArcsec: Number(radius[1]) * (ARCSEC_OF[(radius[2] ?? '"').toLowerCase()] ?? 1) };
}

function parseDirection(text: string): Place | undefined {
  const galactic = GALACTIC.exec(text.toLowerCase());
  if (galactic) {
    const [l, b] = [Number(galactic[1]), Number(galactic[2])];
    if (Math.abs(b) > 90) {
      return undefined;
    }
    const { lonDeg, latDeg } = toEquatorial(l, b);
    return { raDeg: lonDeg, decDeg: latDeg };
  }
  const decimal = DECIMAL.exec(text);
  if (decimal) {
    return checked(Number(decimal[1]), Number(decimal[2]));
  }
  const parts = SEXAGESIMAL.exec(text.toLowerCase()) ?? DESIGNATION.exec(text.toUpperCase());
  if (!parts) {
    return undefined;
  }
  const [h, m, s, d, arcmin, arcsec] = [1, 2, 3, 5, 6, 7].map(i => Number(parts[i])) as [
    number, number, number, number, number, number,
  ];
  if (h >= 24 || m >= 60 || s >= 60 || arcmin >= 60 || arcsec >= 60) {
    return undefined;
  }
  return checked(15 * (h + m / 60 + s / 3600), (parts[4] === '-' ? -1 : 1) * (d + arcmin / 60 + arcsec / 3600));
}

function checked(raDeg: number, decDeg: number): Place | undefined {
  return raDeg >= -180 && raDeg <= 360 && Math.abs(decDeg) <= 90 ? { raDeg: wrap360(raDeg), decDeg } : undefined;
}

/** As in `10 00 27.91 +02 12 20.9`, rounded to 0.01 s and 0.1″. */
export function sexagesimal(raDeg: number, decDeg: number): string {
  const ra = Math.round((wrap360(raDeg) / 15) * 3600 * 100) % (24 * 3600 * 100);
  const dec = Math.round(Math.abs(decDeg) * 3600 * 10);
  const sign = decDeg < 0 && dec > 0 ? '−' : '+';
  return `${parts(ra, 100, 2)} ${sign}${parts(dec, 10, 1)}`;
}

function parts(value: number, unit: number, digits: number): string {
  const seconds = (value % (60 * unit)) / unit;
  const minutes = Math.floor(value / (60 * unit)) % 60;
  const whole = Math.floor(value / (3600 * unit));
  return `${pad(whole)} ${pad(minutes)} ${seconds.toFixed(digits).padStart(digits + 3, '0')}`;
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}
