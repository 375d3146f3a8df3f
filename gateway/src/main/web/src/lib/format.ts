/** Numbers and dates for people. */

const SUPERSCRIPT: Record<string, string> = Object.fromEntries([...'-0123456789'].map((c, i) => [c, [...'⁻⁰¹²³⁴⁵⁶⁷⁸⁹'][i] ?? c]));

export function superscript(n: number): string {
  return [...String(n)].map(c => SUPERSCRIPT[c] ?? c).join('');
}

/** As in `2.2 × 10⁻¹²`. */
export function scientific(value: number, digits = 1): string {
  if (value === 0) {
    return '0';
  }
  const [mantissa, exponent] = value.toExponential(digits).split('e') as [string, string];
  return `${mantissa} × 10${superscript(Number(exponent))}`;
}

/** A probability as a percentage, which is never 0 or 1. */
export function percent(p: number): string {
  if (p > 0.999) {
    return '> 99.9%';
  }
  if (p < 0.001) {
    return '< 0.1%';
  }
  return `${(100 * p).toFixed(p > 0.1 && p < 0.99 ? 0 : 1)}%`;
}

/** Three significant figures, with an exponent only for very small and very large numbers. */
export function short(value: number): string {
  const size = Math.abs(value);
  return size !== 0 && (size < 1e-3 || size >= 1e5) ? scientific(value, 2) : String(Number(value.toPrecision(3)));
}

export function count(n: number): string {
  return n.toLocaleString('en');
}

export function plural(n: number, word: string): string {
  return `${count(n)} ${word}${n === 1 ? '' : 's'}`;
}

export function date(iso: string): string {
  return iso.slice(0, 10);
}

export function dateTime(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}

/** Julian year of an instant. */
export function year(iso: string): number {
  return 2000 + (Date.parse(iso) - Date.UTC(2000, 0, 1, 12)) / (365.25 * 86_400_000);
}

/** The name of a feature for readers, as in `colour W1−W2`; underscores are removed where there is no special name. */
export function featureName(name: string): string {
  const joint = name.split(' & ');
  if (joint.length > 1) {
    return joint.map(featureName).join(' with ');
  }
  if (name.endsWith('_measured')) {
    return `whether ${featureName(name.slice(0, -'_measured'.length))} is measured`;
  }
  return FEATURES[name] ?? ratioOrColour(name) ?? name.replaceAll('_', ' ');
}

const FEATURES: Record<string, string> = {
  galactic_latitude: 'galactic latitude',
  proper_motion_log10: 'proper motion (log)',
  host_offset: 'distance from the host galaxy’s centre',
  log_luminosity: 'X-ray luminosity (log)',
  absolute_magnitude_g: 'absolute G magnitude',
  photon_index: 'photon index',
  long_term_ratio: 'long-term flux ratio (log)',
  significant_long_term_ratio: 'significant long-term flux ratio (log)',
  flux_blocks: 'number of flux levels',
  block_ratio: 'ratio of the highest to the lowest flux level (log)',
  short_term_variability: 'variability within an observation',
  inter_observation_variability: 'variability between observations',
};

function ratioOrColour(name: string): string | undefined {
  const hardness = /^hardness_ratio_(\d)$/.exec(name);
  if (hardness) {
    return `hardness ratio ${hardness[1]}`;
  }
  const ratio = /^log_fx_f(\w+)$/.exec(name);
  if (ratio) {
    return `X-ray to ${ratio[1]?.toUpperCase()} flux ratio (log)`;
  }
  const colour = /^colour_(\w+)_(\w+)$/.exec(name);
  return colour ? `colour ${colour[1]?.toUpperCase()}−${colour[2]?.toUpperCase()}` : undefined;
}
