/** What a program does with a client generated from the OpenAPI document. It compiles only if every answer has a type. */

import { client } from './lynceus/client.gen.js';
import {
  castVote,
  classify,
  followStream,
  getLightCurve,
  getSource,
  searchSources,
  type Detection,
  type SearchSourcesData,
  type SourceSummary,
  type StreamEvent,
} from './lynceus/index.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Takes values of exactly this type, which `any` and `unknown` are not. */
function exactly<Expected>() {
  return <Given>(given: Given & (Same<Given, Expected> extends true ? unknown : never)): Expected => given as Expected & Given;
}

const number = exactly<number>();
const text = exactly<string>();

export function connect(baseUrl: string): void {
  client.setConfig({ baseUrl });
}

/** All sources of a search, page by page. */
export async function* sources(query: NonNullable<SearchSourcesData['query']>): AsyncGenerator<SourceSummary> {
  let cursor: string | undefined;
  do {
    const { data } = await searchSources({ query: { ...query, ...(cursor && { cursor }) }, throwOnError: true });
    yield* data.sources;
    cursor = data.next_cursor;
  } while (cursor);
}

export async function latestDetection(id: string): Promise<Detection> {
  const { data } = await getSource({ path: { id }, throwOnError: true });
  if (!data.latest_detection) {
    throw new Error(data.unavailable.map(({ part, detail }) => `${text(part)}: ${text(detail)}`).join());
  }
  return data.latest_detection;
}

/** The probability of being an AGN, or why there is none. */
export async function probabilityOfAgn(detections: Detection[]): Promise<(number | string | undefined)[]> {
  const { data } = await classify({ body: { detections }, throwOnError: true });
  return data.classifications.map(entry => {
    if ('error' in entry) {
      return text(entry.error.title);
    }
    number(entry.margin);
    return exactly<number | undefined>()(entry.probabilities['AGN']);
  });
}

/** Fluxes over the band in which missions are compared [erg cm^-2 s^-1], by time. */
export async function fluxes(id: string): Promise<[string, number | null | undefined][]> {
  const { data } = await getLightCurve({ path: { id }, throwOnError: true });
  return data.epochs.map(epoch => [text(epoch.start), exactly<number | null | undefined>()(epoch.reference_band?.flux_cgs)]);
}

export async function vote(id: string, user: string): Promise<Record<string, number>> {
  const { data } = await castVote({ path: { id }, body: { user, answer: 'XRB', hints: ['VARIABILITY'] }, throwOnError: true });
  return exactly<Record<string, number>>()({ ...data.tally.votes });
}

export async function whyNot(id: string): Promise<string | null | undefined> {
  const { error } = await getSource({ path: { id } });
  return error && exactly<string | null | undefined>()(error.detail);
}

/** The first classification after a place on the stream. */
export async function firstEventAfter(place: string): Promise<StreamEvent | undefined> {
  const { stream } = await followStream({ headers: { 'Last-Event-ID': place } });
  for await (const event of stream) {
    number(event.ra_deg);
    return event;
  }
  return undefined;
}
