/**
 * The reason for a class in one sentence, from the probability track and the alternatives.
 *
 * This file decides what to say, the same in every language. The words are in the file of the language.
 */

import english from '../label/en.json';
import type { Classification, Probabilities } from '../api';

/** Words by key, as in the language files. */
export type Phrases = Record<string, string>;

/** Natural log of the odds below which a category is not named as a reason: odds of 1.6 to 1. */
const SLIGHT = 0.5;

/** Categories of properties. The track also has the prior and the calibration. */
export const CATEGORIES = ['location', 'spectrum', 'counterparts', 'variability'];

/** Classes, the most probable first. */
export function ranked(probabilities: Probabilities): string[] {
  return Object.keys(probabilities).sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0));
}

/** The evidence of a track entry for one class over another [nats]. */
export function lnOdds(evidence: Probabilities, winner: string, rival: string): number {
  return (evidence[winner] ?? 0) - (evidence[rival] ?? 0);
}

/** A phrase with its gaps filled, as in `without {what}, {class}`. */
export function fill(phrase: string, gaps: Record<string, string>): string {
  return phrase.replaceAll(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap);
}

/** A class with its article, as in `a star`; its name where the language has no word for it. */
export function aClass(name: string, words: Phrases = english): string {
  return words[`a_${name}`] ?? name;
}

export function sentence(classification: Classification, words: Phrases = english): string {
  const winner = classification.class;
  const rival = ranked(classification.probabilities).find(name => name !== winner);
  const said = [fill(words[certainty(classification.probabilities[winner] ?? 0)] ?? '', { class: aClass(winner, words) })];
  if (rival) {
    said.push(reason(classification.track, winner, rival, words));
  }
  return `${capital(said.join(' '))}${otherwise(classification, words)}.`;
}

function certainty(p: number): string {
  if (p >= 0.99) {
    return 'say_sure';
  }
  if (p >= 0.8) {
    return 'say_probable';
  }
  return p >= 0.5 ? 'say_possible' : 'say_undecided';
}

function reason(track: Classification['track'], winner: string, rival: string, words: Phrases): string {
  const [first, second] = track
    .filter(({ category }) => CATEGORIES.includes(category))
    .map(({ category, ln_evidence }) => ({ category, odds: lnOdds(ln_evidence, winner, rival) }))
    .filter(({ odds }) => odds > SLIGHT)
    .sort((a, b) => b.odds - a.odds);
  if (!first) {
    return words.say_common ?? '';
  }
  const told = [first, ...(second && second.odds > first.odds / 2 ? [second] : [])];
  return fill(words.say_because ?? '', { what: told.map(({ category }) => words[`its_${category}`] ?? category).join(` ${words.say_and} `) });
}

function otherwise({ alternatives }: Classification, words: Phrases): string {
  if (alternatives.length === 0) {
    return words.say_unchanged ?? '';
  }
  const byWinner = new Map<string, string[]>();
  alternatives.forEach(({ without, class: winner }) =>
    byWinner.set(winner, [...(byWinner.get(winner) ?? []), words[`its_plain_${without}`] ?? without]),
  );
  return [...byWinner]
    .map(([name, without]) => fill(words.say_without ?? '', { what: list(without, words.say_or ?? ''), class: aClass(name, words) }))
    .join('');
}

function list(words: string[], last: string): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
