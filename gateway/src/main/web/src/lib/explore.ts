/** The Explore page's state, all of it in the address: what is looked for, and how it is shown. */

import { sources, type SourcePage, type SourceSummary } from './api';
import { parsePlace } from './coordinates';

/** Conditions by the API's own names, so that an address of the page reads like one of the API. */
export const CONDITIONS = [
  'class', 'min_probability', 'min_outlier', 'outliers', 'min_variability', 'min_abs_b_deg', 'max_abs_b_deg', 'mission', 'name',
  'ra_deg', 'dec_deg', 'radius_arcsec',
] as const;

const PAGE = 1000;

/** Sources that are loaded at most: the map stays quick with them, and the page says when there are more. */
export const MOST_SOURCES = 10_000;

/** Radius where the reader gives none [arcsec]. */
export const USUAL_RADIUS_ARCSEC = 60;

export function conditions(query: URLSearchParams): URLSearchParams {
  const kept = new URLSearchParams();
  CONDITIONS.forEach(name => {
    const value = query.get(name);
    if (value) {
      kept.set(name, value);
    }
  });
  return kept;
}

export interface Found {
  sources: SourceSummary[];
  /** whether there are more than were loaded */
  more: boolean;
}

/** Loads page after page, and tells what is there after each. */
export async function search(query: URLSearchParams, signal: AbortSignal, tell: (found: Found) => void): Promise<Found> {
  const asked = conditions(query);
  asked.set('limit', String(PAGE));
  const found: Found = { sources: [], more: false };
  let page: SourcePage;
  do {
    page = await sources(asked, signal);
    found.sources = [...found.sources, ...page.sources];
    found.more = page.next_cursor !== undefined;
    tell({ ...found });
    asked.set('cursor', page.next_cursor ?? '');
  } while (page.next_cursor && found.sources.length < MOST_SOURCES);
  return found;
}

/**
 * What the text of the search box asks for: the address of a source, a cone, or a name.
 *
 * A designation of ours is looked up as a name; one of another catalogue (`4XMM J…`, `2CXO J…`) by its place.
 */
export function understand(text: string): URLSearchParams | string {
  const words = text.trim();
  if (/^lx-[0-9a-z]{12}$/.test(words)) {
    return `/sources/${words}`;
  }
  const query = new URLSearchParams();
  const place = /^LXS\b/i.test(words) ? undefined : parsePlace(words);
  if (place) {
    query.set('ra_deg', String(Number(place.raDeg.toFixed(6))));
    query.set('dec_deg', String(Number(place.decDeg.toFixed(6))));
    query.set('radius_arcsec', String(place.radiusArcsec ?? USUAL_RADIUS_ARCSEC));
  } else if (words) {
    query.set('name', words);
  }
  return query;
}

export type Column = 'class' | 'name' | 'probability' | 'outlier' | 'variability' | 'mission' | 'ra' | 'dec';

const VALUE: Record<Column, (source: SourceSummary) => string | number> = {
  class: source => source.latest.class,
  name: source => source.name,
  probability: source => source.latest.probabilities[source.latest.class] ?? 0,
  outlier: source => source.latest.outlier_measure,
  variability: source => source.variability ?? -1,
  mission: source => source.latest.mission,
  ra: source => source.ra_deg,
  dec: source => source.dec_deg,
};

export function isColumn(name: string): name is Column {
  return Object.hasOwn(VALUE, name);
}

/** In the order of a column; a leading minus turns it round. */
export function sorted(sources: SourceSummary[], order: string): SourceSummary[] {
  const down = order.startsWith('-');
  const column = down ? order.slice(1) : order;
  if (!isColumn(column)) {
    return sources;
  }
  const value = VALUE[column];
  const sign = down ? -1 : 1;
  return [...sources].sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    return x < y ? -sign : x > y ? sign : 0;
  });
}
