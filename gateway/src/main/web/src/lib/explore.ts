/** The state of the Explore page, which is kept in its address: the conditions and how the sources are shown. */

import type { GetSourceData, GetSourceResponse, SearchSourcesData, SearchSourcesResponse, Source, SourcePage, SourceSummary } from '../api';
import { parsePlace } from './coordinates';
import { request } from './request';

/** Conditions by the names of the API, so that an address of the page reads like one of the API. */
export const CONDITIONS = [
  'class', 'min_probability', 'min_outlier', 'outliers', 'min_variability', 'min_abs_b_deg', 'max_abs_b_deg', 'mission', 'name',
  'ra_deg', 'dec_deg', 'radius_arcsec',
] as const;

const PAGE = 1000;

/** The most sources that are loaded, so that the map stays fast. The page says when there are more. */
export const MOST_SOURCES = 10_000;

/** Radius if the reader gives none [arcsec]. */
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

export function source(id: string, signal: AbortSignal): Promise<Source> {
  return request<GetSourceData, GetSourceResponse>('GET', '/api/v1/sources/{id}', { path: { id }, signal });
}

function sources(conditions: URLSearchParams, signal: AbortSignal): Promise<SourcePage> {
  // Numbers come as text from the address, and go as text into the next.
  const query = Object.fromEntries(conditions) as unknown as NonNullable<SearchSourcesData['query']>;
  return request<SearchSourcesData, SearchSourcesResponse>('GET', '/api/v1/sources', { query, signal });
}

/** Loads page after page, and reports what is there after each. */
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
 * Reads the text of the search box: as the address of a source, a cone, or a name.
 *
 * Our own designations are searched by name, those of other catalogues (`4XMM J…`, `2CXO J…`) by position.
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

/** Sources in the order of a column; a leading minus reverses it. */
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
