/** What the measurements say for the true class of a training source, and what against it. */

import type { Classification } from '../api';
import { featureName, short } from './format';
import { CATEGORIES, lnOdds, ranked, type Phrases } from './sentence';

/** Evidence that is worth a word [nats]: odds of 1.6 to 1. */
const WORTH = 0.5;
/** Parts of a category, and categories, that are named at most. */
const NAMED = 3;

/** A category of properties, with its features that say the same, the strongest first. */
export interface Part {
  category: string;
  odds: number;
  features: { name: string; value: number; unit: string }[];
}

export interface Lesson {
  /** class that the truth is held against: the reader's, or the one most easily taken for it */
  rival: string;
  supporting: Part[];
  opposing: Part[];
  /** whether all that was measured, with how common the classes are, favours the truth */
  persuades: boolean;
}

/** Nothing if the classifier does not know the class. */
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

/** The name of a feature in the words of a language: ratios and colours are the same in all. */
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
