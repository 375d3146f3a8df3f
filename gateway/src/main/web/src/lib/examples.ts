/**
 * Ten well-known X-ray sources to try the form with.
 *
 * The positions are real (ICRS, SIMBAD, to about an arcsecond). Fluxes in 0.5–7 keV [erg cm⁻² s⁻¹] and photon indices are
 * ROUND EXAMPLE VALUES of the right order, not measurements. Where `why` gives a luminosity and a distance, they are
 * textbook values.
 */
export interface Example {
  name: string;
  what: string;
  raDeg: number;
  decDeg: number;
  flux: number;
  photonIndex: number;
  /** probability of variability within an observation */
  within: number;
  why: string;
}

export const EXAMPLES: Example[] = [
  { name: '3C 273', what: 'quasar', raDeg: 187.27792, decDeg: 2.05239, flux: 1e-10, photonIndex: 1.7, within: 0.3, why: 'one of the brightest quasars, of the order of 10⁻¹⁰' },
  { name: 'Mrk 421', what: 'blazar', raDeg: 166.11381, decDeg: 38.20883, flux: 3e-10, photonIndex: 2.3, within: 0.9, why: 'a variable blazar, some 10⁻¹⁰, steep' },
  { name: 'NGC 4151', what: 'Seyfert galaxy', raDeg: 182.63574, decDeg: 39.40573, flux: 1e-10, photonIndex: 0.6, within: 0.6, why: 'an absorbed Seyfert galaxy: a hard spectrum of some 10⁻¹⁰' },
  { name: 'Proxima Centauri', what: 'red dwarf', raDeg: 217.42894, decDeg: -62.67949, flux: 5e-12, photonIndex: 3.5, within: 0.95, why: '10²⁷ erg/s at 1.3 pc' },
  { name: 'Algol', what: 'active binary star', raDeg: 47.04222, decDeg: 40.95565, flux: 1e-10, photonIndex: 2.8, within: 0.9, why: '10³¹ erg/s at 28 pc' },
  { name: 'AB Doradus', what: 'young star', raDeg: 82.18712, decDeg: -65.44861, flux: 4e-11, photonIndex: 3, within: 0.9, why: '10³⁰ erg/s at 15 pc' },
  { name: 'Cygnus X-1', what: 'black-hole binary', raDeg: 299.59032, decDeg: 35.20161, flux: 1e-8, photonIndex: 1.7, within: 0.99, why: 'half the Crab nebula, of the order of 10⁻⁸' },
  { name: 'Hercules X-1', what: 'X-ray pulsar', raDeg: 254.45755, decDeg: 35.34236, flux: 2e-9, photonIndex: 0.9, within: 0.99, why: 'a tenth of the Crab nebula in its on state, with the hard spectrum of a pulsar' },
  { name: 'SS Cygni', what: 'dwarf nova', raDeg: 325.6783, decDeg: 43.5861, flux: 6e-11, photonIndex: 1.6, within: 0.95, why: '10³² erg/s at 114 pc' },
  { name: 'AM Herculis', what: 'magnetic cataclysmic variable', raDeg: 274.0552, decDeg: 49.8681, flux: 3e-11, photonIndex: 1.5, within: 0.99, why: '3 × 10³¹ erg/s at 88 pc' },
];
