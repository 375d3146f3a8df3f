/** Links to the same position in other archives. */

export interface Link {
  name: string;
  address: string;
}

export function elsewhere(raDeg: number, decDeg: number, radiusArcsec: number): Link[] {
  const place = encodeURIComponent(`${raDeg.toFixed(6)} ${decDeg >= 0 ? '+' : ''}${decDeg.toFixed(6)}`);
  const radius = radiusArcsec.toFixed(1);
  return [
    { name: 'SIMBAD', address: `https://simbad.cds.unistra.fr/simbad/sim-coo?Coord=${place}&Radius=${radius}&Radius.unit=arcsec` },
    {
      name: 'NED',
      address: `https://ned.ipac.caltech.edu/conesearch?search_type=Near%20Position%20Search&ra=${raDeg}d&dec=${decDeg}d&radius=${radiusArcsec / 60}&in_csys=Equatorial&in_equinox=J2000`,
    },
    { name: 'VizieR', address: `https://vizier.cds.unistra.fr/viz-bin/VizieR-4?-c=${place}&-c.rs=${radius}` },
    { name: 'ESASky', address: `https://sky.esa.int/esasky/?target=${place}&fov=0.05&sci=true` },
  ];
}
