/** The form of the Classify page, and the detection that it makes. */

import type { Band, Detection, Mission } from '../api';
import { parsePlace } from './coordinates';

export interface BandField {
  name: string;
  lowKev: number;
  highKev: number;
  flux: string;
  error: string;
  /** whether the flux is an upper limit */
  limit: boolean;
}

export interface Form {
  name: string;
  place: string;
  errorArcsec: string;
  date: string;
  signalToNoise: string;
  within: string;
  between: string;
  bands: BandField[];
}

/** Relative error of the fluxes of the examples. */
const EXAMPLE_ERROR = 0.05;

/** Ratio of the energy fluxes of a power law with photon index Γ in two energy ranges (docs/method.md §2). */
export function fluxShare(photonIndex: number, [low, high]: [number, number], [from, to]: [number, number]): number {
  const flux = (a: number, b: number) =>
    Math.abs(photonIndex - 2) < 1e-9 ? Math.log(b / a) : (b ** (2 - photonIndex) - a ** (2 - photonIndex)) / (2 - photonIndex);
  return flux(low, high) / flux(from, to);
}

/** The bands of a mission, filled from a power law if a flux in 0.5–7 keV is given [erg cm⁻² s⁻¹]. */
export function bandsOf({ bands, photon_index }: Mission, flux?: number, photonIndex = photon_index): BandField[] {
  return bands.map(({ name, low_kev: lowKev, high_kev: highKev }) => {
    const value = flux === undefined ? undefined : flux * fluxShare(photonIndex, [lowKev, highKev], [0.5, 7]);
    return {
      name,
      lowKev,
      highKev,
      flux: value === undefined ? '' : value.toExponential(1),
      error: value === undefined ? '' : (value * EXAMPLE_ERROR).toExponential(1),
      limit: false,
    };
  });
}

export function emptyForm(mission: Mission): Form {
  return {
    name: '', place: '', errorArcsec: usualError(mission), date: '', signalToNoise: '', within: '', between: '',
    bands: bandsOf(mission),
  };
}

/** The position error with which a form starts. */
export function usualError({ usual_error_arcsec }: Mission): string {
  return usual_error_arcsec === undefined ? '' : String(usual_error_arcsec);
}

export class FormProblem extends Error {
  constructor(
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

/** @throws FormProblem naming the field that cannot be read */
export function detectionOf(form: Form, { name, instruments, error_containment }: Mission): Detection {
  const place = parsePlace(form.place);
  if (!place) {
    throw new FormProblem('place', 'Give a position, for example 187.27792 2.05239 or 12 29 06.7 +02 03 08.6.');
  }
  const errorArcsec = number(form.errorArcsec, 'errorArcsec', 'The position error');
  if (errorArcsec === undefined || errorArcsec <= 0) {
    throw new FormProblem('errorArcsec', 'The position error must be above 0 arcsec.');
  }
  const bands = form.bands.flatMap((band, i) => bandOf(band, i));
  if (bands.length === 0) {
    throw new FormProblem('band-0', 'Give a flux or an upper limit for at least one band.');
  }
  const detection: Detection = {
    id: form.name.trim() || 'from-the-form',
    mission: name,
    ...(instruments[0] ? { instrument: instruments[0] } : {}),
    position: { ra_deg: place.raDeg, dec_deg: place.decDeg, error_major_arcsec: errorArcsec, error_containment },
    bands,
  };
  if (form.date) {
    detection.start = `${form.date}T00:00:00Z`;
  }
  const optional = {
    signal_to_noise: number(form.signalToNoise, 'signalToNoise', 'The signal-to-noise ratio'),
    intra_observation_variability: probability(form.within, 'within'),
    inter_observation_variability: probability(form.between, 'between'),
  };
  return { ...detection, ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)) };
}

function bandOf(field: BandField, index: number): Band[] {
  const flux = number(field.flux, `band-${index}`, 'A flux');
  if (flux === undefined) {
    return [];
  }
  const band = { name: field.name, low_kev: field.lowKev, high_kev: field.highKev };
  if (field.limit) {
    return [{ ...band, upper_limit_cgs: flux, upper_limit_confidence: 0.997 }];
  }
  const error = number(field.error, `band-${index}`, 'The error of a flux');
  return [{ ...band, flux_cgs: flux, ...(error === undefined ? {} : { flux_error_cgs: error }) }];
}

function number(text: string, field: string, what: string): number | undefined {
  const words = text.trim();
  if (!words) {
    return undefined;
  }
  const value = Number(words);
  if (!Number.isFinite(value) || value < 0) {
    throw new FormProblem(field, `${what} must be a number of at least 0, for example 2.1e-15, not “${words}”.`);
  }
  return value;
}

function probability(text: string, field: string): number | undefined {
  const value = number(text, field, 'The probability of variability');
  if (value !== undefined && value > 1) {
    throw new FormProblem(field, `The probability of variability must lie in [0, 1], not ${value}.`);
  }
  return value;
}
