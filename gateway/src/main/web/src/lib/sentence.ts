/** The reason of a class in a sentence, from the probability track and the alternatives. */

import type { Classification, Probabilities, TrackEntry } from './api';
import { look } from './classes';

/** Natural log of the odds below which a category decides nothing: odds of 1.6 to 1. */
const SLIGHT = 0.5;

const BECAUSE_OF: Record<string, string> = {
  location: 'where it lies',
  spectrum: 'its X-ray spectrum',
  counterparts: 'what lies there at other wavelengths',
  variability: 'its variability',
};

const WITHOUT: Record<string, string> = {
  location: 'its location',
  spectrum: 'its spectrum',
  counterparts: 'its counterparts',
  variability: 'its variability',
};

/** Classes from the most probable. */
export function ranked(probabilities: Probabilities): string[] {
  return Object.keys(probabilities).sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0));
}

/** What an entry of the track says for one class over another [nats]. */
export function lnOdds(evidence: Probabilities, winner: string, rival: string): number {
  return (evidence[winner] ?? 0) - (evidence[rival] ?? 0);
}

export function sentence(classification: Classification): string {
  const winner = classification.class;
  const rival = ranked(classification.probabilities).find(name => name !== winner);
  const words = [certainty(classification, winner)];
  if (rival) {
    words.push(reason(classification.track, winner, rival));
  }
  return `${capital(words.join(' '))}${otherwise(classification)}.`;
}

function certainty({ probabilities }: Classification, winner: string): string {
  const p = probabilities[winner] ?? 0;
  const noun = look(winner).noun;
  if (p >= 0.99) {
    return noun;
  }
  if (p >= 0.8) {
    return `probably ${article(noun)}`;
  }
  return p >= 0.5 ? `perhaps ${article(noun)}` : `undecided, ${article(noun)} at best,`;
}

function reason(track: TrackEntry[], winner: string, rival: string): string {
  const deciding = track
    .filter(({ category }) => category in BECAUSE_OF)
    .map(({ category, ln_evidence }) => ({ category, odds: lnOdds(ln_evidence, winner, rival) }))
    .filter(({ odds }) => odds > SLIGHT)
    .sort((a, b) => b.odds - a.odds);
  const [first, second] = deciding;
  if (!first) {
    return 'mostly because such sources are common: nothing that was measured speaks clearly';
  }
  const also = second && second.odds > first.odds / 2 ? ` and ${BECAUSE_OF[second.category]}` : '';
  return `because of ${BECAUSE_OF[first.category]}${also}`;
}

function otherwise({ alternatives }: Classification): string {
  if (alternatives.length === 0) {
    return '; leaving out any one kind of evidence changes nothing';
  }
  const byWinner = new Map<string, string[]>();
  alternatives.forEach(({ without, class: winner }) =>
    byWinner.set(winner, [...(byWinner.get(winner) ?? []), WITHOUT[without] ?? without]),
  );
  return [...byWinner]
    .map(([name, without]) => `; without ${list(without)}, ${article(look(name).noun)}`)
    .join('');
}

function list(words: string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

function article(noun: string): string {
  return `${/^([aeio]|X-)/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
