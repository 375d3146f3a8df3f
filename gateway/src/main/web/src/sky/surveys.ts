/**
 * Surveys of the sky whose images come from the CDS in Strasbourg, the only other host that the pages may contact.
 *
 * Tiles are those of the HiPS, an image of the whole sky by HEALPix cells (Fernique et al. 2015, A&A 578, A114,
 * doi:10.1051/0004-6361/201526075). Cutouts are made of any HiPS by its name, by the service hips2fits.
 */

export const HOST = 'https://alasky.cds.unistra.fr';

/** How long the CDS may take to answer [ms]. */
const PATIENCE = 8000;

export const RANGES = ['xray', 'uv', 'optical', 'infrared'] as const;
export type Range = (typeof RANGES)[number];

/** Where the tiles of a HiPS are and how finely they go; a tile has 512 pixels a side. */
export interface Tiles {
  path: string;
  maxOrder: number;
  format: 'jpeg' | 'png';
}

export interface Survey {
  range: Range;
  name: string;
  /** of its HiPS */
  id: string;
  /** for surveys that the CDS stores itself */
  tiles?: Tiles;
}

export const SURVEYS: Survey[] = [
  { range: 'xray', name: 'XMM-Newton', id: 'xcatdb/P/XMM/PN/color' },
  { range: 'xray', name: 'Chandra', id: 'cxc.harvard.edu/P/cda/hips/allsky/rgb' },
  { range: 'xray', name: 'eROSITA', id: 'erosita/dr1/rate/rgb' },
  { range: 'uv', name: 'GALEX', id: 'CDS/P/GALEXGR6_7/NUV', tiles: { path: 'GALEX/GALEXGR6_7_NUV', maxOrder: 8, format: 'png' } },
  {
    range: 'optical',
    name: 'Pan-STARRS',
    id: 'CDS/P/PanSTARRS/DR1/color-z-zg-g',
    tiles: { path: 'Pan-STARRS/DR1/color-z-zg-g', maxOrder: 11, format: 'jpeg' },
  },
  { range: 'optical', name: 'DSS2', id: 'CDS/P/DSS2/color', tiles: { path: 'DSS/DSSColor', maxOrder: 9, format: 'jpeg' } },
  { range: 'infrared', name: '2MASS', id: 'CDS/P/2MASS/color', tiles: { path: '2MASS/Color', maxOrder: 9, format: 'jpeg' } },
  {
    range: 'infrared',
    name: 'AllWISE',
    id: 'CDS/P/allWISE/color',
    tiles: { path: 'AllWISE/RGB-W4-W2-W1', maxOrder: 8, format: 'jpeg' },
  },
];

/** Southern limit of Pan-STARRS, a declination [deg]. Chambers et al. 2016, arXiv:1612.05560, section 1. */
const SOUTH_OF_PAN_STARRS_DEG = -30;

/** One survey of each range that covers the place; for X-rays, that of the mission that detected the source. */
export function fourFor(decDeg: number, mission: string | undefined): Survey[] {
  const names = {
    xray: SURVEYS.some(({ range, name }) => range === 'xray' && name === mission) ? mission : 'XMM-Newton',
    uv: 'GALEX',
    optical: decDeg > SOUTH_OF_PAN_STARRS_DEG ? 'Pan-STARRS' : 'DSS2',
    infrared: 'AllWISE',
  };
  return RANGES.flatMap(range => SURVEYS.find(survey => survey.range === range && survey.name === names[range]) ?? []);
}

export interface Field {
  raDeg: number;
  decDeg: number;
  /** width and height of what is shown */
  widthArcsec: number;
  pixels: number;
}

/** The image of a field, north up, in the tangent plane. */
export function cutout(survey: Survey, { raDeg, decDeg, widthArcsec, pixels }: Field): string {
  const asked = new URLSearchParams({
    hips: survey.id,
    ra: raDeg.toFixed(6),
    dec: decDeg.toFixed(6),
    fov: (widthArcsec / 3600).toFixed(6),
    width: String(pixels),
    height: String(pixels),
    projection: 'TAN',
    coordsys: 'icrs',
    format: 'jpg',
  });
  return `${HOST}/hips-image-services/hips2fits?${asked}`;
}

/** Whether the CDS can be reached from here. */
export async function reachable(): Promise<boolean> {
  try {
    return (await fetch(`${HOST}/DSS/DSSColor/properties`, { signal: AbortSignal.timeout(PATIENCE) })).ok;
  } catch {
    return false;
  }
}
