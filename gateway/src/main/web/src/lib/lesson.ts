/** The evidence for and against the true class of a training source. */

import type { Classification } from '../api';
import { featureName, short } from './format';
import { CATEGORIES, lnOdds, ranked, type Phrases } from './sentence';

/** Least evidence that is mentioned [nats]: odds of 1.6 to 1. */
const WORTH = 0.5;
/** The most features that are named for a category. */
const NAMED = 3;

/** A category of properties with the features that agree with it, the strongest first. */
export interface Part {
  category: string;
  odds: number;
  features: { name: string; value: number; unit: string }[];
}

export interface Lesson {
  /** the class compared with the true one: the reader's answer, or else the most probable other class */
  rival: string;
  supporting: Part[];
  opposing: Part[];
  /** whether all measurements together with the prior favour the true class */
  persuades: boolean;
}

/** Undefined if the classifier does not know the class. */
export function lesson({ track, probabilities }: Classification, truth: string, answer: string): Lesson | undefined {
  if (!(truth in probabilities)) {
    return undefined;
  }
  const rival = answer !== truth && answer in probabilities ? answer : ranked(probabilities).find(name => name !== truth);
  if (!rival) {
    return undefined;
  }
  const parts = track
    .filter(({ category }) => CATEGORIES.includes(category))
    .map(({ category, ln_evidence, features }) => {
      const odds = lnOdds(ln_evidence, truth, rival);
      const telling = (features ?? [])
        .flatMap(({ name, value, unit = '', ln_evidence: said }) => (value == null ? [] : [{ name, value, unit, odds: lnOdds(said, truth, rival) }]))
        .filter(feature => feature.odds * odds > 0 && Math.abs(feature.odds) > WORTH / 2 && !feature.name.endsWith('_measured'))
        .sort((a, b) => Math.abs(b.odds) - Math.abs(a.odds));
      return { category, odds, features: telling.slice(0, NAMED).map(({ name, value, unit }) => ({ name, value, unit })) };
    })
    .sort((a, b) => Math.abs(b.odds) - Math.abs(a.odds));
  return {
    rival,
    supporting: parts.filter(({ odds }) => odds > WORTH),
    opposing: parts.filter(({ odds }) => odds < -WORTH),
    persuades: (probabilities[truth] ?? 0) >= (probabilities[rival] ?? 0),
  };
}

/** The name of a feature in a language. Ratios and colours have the same name in all languages. */
export function featureIn(words: Phrases, name: string): string {
  const joint = name.split(' & ');
  if (joint.length > 1) {
    return joint.map(each => featureIn(words, each)).join(' + ');
  }
  const [, band] = /^log_fx_f(\w+)$/.exec(name) ?? [];
  const [, number] = /^hardness_ratio_(\d)$/.exec(name) ?? [];
  const [, blue, red] = /^colour_(\w+)_(\w+)$/.exec(name) ?? [];
  if (band) {
    return `log F_X/F_${band.toUpperCase()}`;
  }
  if (number) {
    return `${words.feature_hardness_ratio} ${number}`;
  }
  return blue && red ? `${blue.toUpperCase()}−${red.toUpperCase()}` : (words[`feature_${name}`] ?? featureName(name));
}

/** As in `galactic latitude 3.2°`. */
export function measured(words: Phrases, { name, value, unit }: Part['features'][number]): string {
  const sign = value < 0 ? '−' : '';
  const shown = unit === 'deg' ? '°' : unit === '' || unit.startsWith('dex') || unit === '1' ? '' : ` ${unit}`;
  return `${featureIn(words, name)} ${sign}${short(Math.abs(value))}${shown}`;
}
