/**
 * Aladin Lite of the CDS (Boch & Fernique 2014, ASP Conf. Ser. 485, 277; LGPL 3 or later), and the part of its interface
 * that is used here. It is a separate file, as its makers built it, which is loaded when a reader asks for the sky. Another
 * build of it can take its place.
 */

import aladinAddress from '../../node_modules/aladin-lite/dist/aladin.js?url';
import licence from '../../node_modules/aladin-lite/LICENSE?url';
import type { Position } from '../api';
import { errorEllipse, INK, label, outline, place, type Mark } from './finding';
import { cutout, HOST, SURVEYS, type Survey, type Tiles } from './surveys';

export const LICENCE = licence;

/** Width of an X-ray image without tiles [arcsec], and its pixels, which are finer than those of Chandra. */
const IMAGE_ARCSEC = 480;
const IMAGE_PIXELS = 1200;
/** Order of the coarsest tiles that every HiPS has. */
const COARSEST = 3;
const OUTLINE_POINTS = 72;

interface Layer {
  readonly name: string;
  dataproductType?: string;
}
interface Shapes {
  add(shape: object): void;
}
interface Entries {
  addSources(entries: object[]): void;
}
interface View {
  setBaseImageLayer(layer: Layer): unknown;
  addOverlay(shapes: Shapes): void;
  addCatalog(entries: Entries): void;
  removeLayers(): void;
  gotoRaDec(raDeg: number, decDeg: number): void;
  setFoV(deg: number): void;
  getFov(): [number, number];
}
interface Library {
  init: Promise<void>;
  aladin(box: HTMLElement, options: object): View;
  imageHiPS(address: string, options: object): Layer;
  image(address: string, options: object): Layer;
  graphicOverlay(options: object): Shapes;
  polygon(corners: [number, number][], options: object): object;
  catalog(options: object): Entries;
  source(raDeg: number, decDeg: number, data: object): object;
}

/** Switches off what Aladin Lite shows and does by default, such as requests to other hosts. */
const NOTHING_OF_ITS_OWN = {
  hipsList: [],
  log: false,
  showZoomControl: false,
  showLayersControl: false,
  showFullscreenControl: false,
  showFrame: false,
  showFov: false,
  showCooLocation: false,
  showProjectionControl: false,
  showStatusBar: false,
  showReticle: false,
};

/** The base layer. Without one, Aladin Lite loads a survey of its own choice. */
const FIRST = SURVEYS.find(({ name }) => name === 'DSS2');

/** The view and its element. There is one for the page, since browsers allow few WebGL contexts. */
interface Instance {
  library: Library;
  box: HTMLElement;
  view: View;
}
let instance: Instance | undefined;

async function begin(container: HTMLElement, centre: Position, widthArcsec: number): Promise<Instance> {
  const { default: library } = (await import(/* @vite-ignore */ aladinAddress)) as { default: Library };
  await library.init;
  const box = document.createElement('div');
  box.style.cssText = 'position:absolute;inset:0';
  container.append(box);
  const view = library.aladin(box, {
    ...NOTHING_OF_ITS_OWN,
    survey: FIRST?.tiles && tiled(library, FIRST, FIRST.tiles),
    target: `${centre.ra_deg} ${centre.dec_deg >= 0 ? '+' : ''}${centre.dec_deg}`,
    fov: widthArcsec / 3600,
  });
  return { library, box, view };
}

/** A survey by its tiles. Its properties are given here, so that Aladin Lite requests nothing but tiles. */
function tiled(library: Library, { name }: Survey, { path, maxOrder, format }: Tiles): Layer {
  const told = { name, minOrder: COARSEST, maxOrder, imgFormat: format, formats: [format], tileSize: 512, cooFrame: 'equatorial' };
  return Object.assign(library.imageHiPS(`${HOST}/${path}`, told), { dataproductType: 'image' });
}

/** A survey without tiles as one image; fails if CDS does not return it. */
async function pictured(library: Library, survey: Survey, centre: Position): Promise<Layer> {
  const field = { raDeg: centre.ra_deg, decDeg: centre.dec_deg, widthArcsec: IMAGE_ARCSEC, pixels: IMAGE_PIXELS };
  const answer = await fetch(cutout(survey, field));
  if (!answer.ok) {
    throw new Error(`The request for the image of ${survey.name} failed with status ${answer.status}.`);
  }
  const step = IMAGE_ARCSEC / 3600 / IMAGE_PIXELS;
  const middle = (IMAGE_PIXELS + 1) / 2;
  const wcs = {
    NAXIS: 2,
    NAXIS1: IMAGE_PIXELS,
    NAXIS2: IMAGE_PIXELS,
    CTYPE1: 'RA---TAN',
    CTYPE2: 'DEC--TAN',
    CUNIT1: 'deg',
    CUNIT2: 'deg',
    CRPIX1: middle,
    CRPIX2: middle,
    CRVAL1: centre.ra_deg,
    CRVAL2: centre.dec_deg,
    CDELT1: -step,
    CDELT2: step,
    RADESYS: 'ICRS',
  };
  return library.image(URL.createObjectURL(await answer.blob()), { name: survey.name, imgFormat: 'jpeg', wcs });
}

function draw(library: Library, view: View, centre: Position, marks: Mark[]): void {
  view.removeLayers();
  const shapes = library.graphicOverlay({ color: INK.ellipse, lineWidth: 2 });
  view.addOverlay(shapes);
  shapes.add(library.polygon(outline(errorEllipse(centre), OUTLINE_POINTS).map(point => place(centre, point)), { color: INK.ellipse }));
  const entries = library.catalog({
    name: 'counterparts',
    shape: 'circle',
    color: INK.mark,
    sourceSize: 12,
    displayLabel: true,
    labelColumn: 'label',
    labelColor: INK.mark,
    labelFont: '12px sans-serif',
  });
  view.addCatalog(entries);
  entries.addSources(marks.map(mark => library.source(mark.raDeg, mark.decDeg, { label: label(mark) })));
}

/** The sky in a box: one survey at a time, with the error ellipse and the counterparts on it. */
export interface Sky {
  /** Fails if its image is not available. */
  show(survey: Survey): Promise<void>;
  zoom(factor: number): void;
  back(): void;
}

/** Loads Aladin Lite if needed; fails if the browser has no WebGL 2. */
export async function skyIn(container: HTMLElement, centre: Position, marks: Mark[], widthArcsec: number): Promise<Sky> {
  const { library, box, view } = (instance ??= await begin(container, centre, widthArcsec));
  const back = () => {
    view.gotoRaDec(centre.ra_deg, centre.dec_deg);
    view.setFoV(widthArcsec / 3600);
  };
  container.append(box);
  back();
  draw(library, view, centre, marks);
  return {
    back,
    zoom: factor => view.setFoV(view.getFov()[0] / factor),
    show: async survey => {
      view.setBaseImageLayer(survey.tiles ? tiled(library, survey, survey.tiles) : await pictured(library, survey, centre));
    },
  };
}
