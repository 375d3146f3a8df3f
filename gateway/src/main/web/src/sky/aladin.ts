/**
 * Aladin Lite of the CDS (Boch & Fernique 2014, ASP Conf. Ser. 485, 277; LGPL 3 or later), and of its interface what is
 * used here. It is a file of its own, as its makers built it, which is loaded when somebody asks for the sky; another
 * build of it can take its place.
 */

import aladinAddress from '../../node_modules/aladin-lite/dist/aladin.js?url';
import licence from '../../node_modules/aladin-lite/LICENSE?url';
import type { Position } from '../api';
import { errorEllipse, INK, label, outline, place, type Mark } from './finding';
import { cutout, HOST, SURVEYS, type Survey, type Tiles } from './surveys';

export const LICENCE = licence;

/** Of an X-ray image that has no tiles [arcsec], and its pixels: finer than a Chandra image. */
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

/** What Aladin Lite would show and do of its own accord; asking other hosts is among it. */
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

/** What is below the rest: without a survey of tiles Aladin Lite looks for one of its own. */
const FIRST = SURVEYS.find(({ name }) => name === 'DSS2');

/** The view and the element it lives in: the one of this page, since browsers give few contexts of WebGL. */
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

/** A survey by its tiles. What Aladin Lite would ask the HiPS itself is told here, so that it asks for tiles alone. */
function tiled(library: Library, { name }: Survey, { path, maxOrder, format }: Tiles): Layer {
  const told = { name, minOrder: COARSEST, maxOrder, imgFormat: format, formats: [format], tileSize: 512, cooFrame: 'equatorial' };
  return Object.assign(library.imageHiPS(`${HOST}/${path}`, told), { dataproductType: 'image' });
}

/** A survey without tiles by one image; fails where that cannot be had. */
async function pictured(library: Library, survey: Survey, centre: Position): Promise<Layer> {
  const field = { raDeg: centre.ra_deg, decDeg: centre.dec_deg, widthArcsec: IMAGE_ARCSEC, pixels: IMAGE_PIXELS };
  const answer = await fetch(cutout(survey, field));
  if (!answer.ok) {
    throw new Error(`The image of ${survey.name} was answered with ${answer.status}.`);
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
  /** Fails where its image cannot be had. */
  show(survey: Survey): Promise<void>;
  zoom(factor: number): void;
  back(): void;
}

/** Loads Aladin Lite where it is not yet; fails where the browser cannot draw with WebGL 2. */
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
