/** Catalogues that are classified whole, as the API tells of them. */

import { ApiError, call, type Detection, type Probabilities } from './api';

export interface BandColumns {
  low_kev: number;
  high_kev: number;
  flux_cgs?: string | null;
  flux_error_cgs?: string | null;
  upper_limit_cgs?: string | null;
  [other: string]: string | number | null | undefined;
}

/** Which column is what. */
export interface Mapping {
  title: string;
  columns: Record<string, string>;
  defaults: Record<string, string>;
  factors: Record<string, number>;
  complements: string[];
  bands: Record<string, BandColumns>;
}

export interface Column {
  name: string;
  type: 'text' | 'number' | 'integer' | 'boolean';
  unit: string;
  ucd: string;
  description: string;
}

export interface Survey {
  id: string;
  name: string;
  state: 'loading' | 'ready' | 'running' | 'done' | 'cancelled' | 'failed';
  rows: number;
  done: number;
  classified: number;
  /** how many rows are of each class */
  classes: Record<string, number>;
  refused: number;
  /** whether its rows are detections of the sky that everybody sees */
  published: boolean;
  /** whether everybody who has the id may see it */
  shared: boolean;
  /** whether the reader may change it */
  yours: boolean;
  created_at: string;
  rows_per_s?: number;
  seconds_left?: number;
  failure?: string;
  mapping?: Mapping;
  missing?: string[];
  columns?: Column[];
  preview?: { line: number; cells: string[]; detection?: Detection; refused?: string }[];
}

export interface SurveyRow {
  line: number;
  cells: string[];
  class?: string;
  probabilities?: Probabilities;
  outlier_measure?: number;
  alternatives?: string[];
  refused?: string;
}

const JSON_BODY = { 'Content-Type': 'application/json' };

function at(id: string, rest = ''): string {
  return `surveys/${encodeURIComponent(id)}${rest}`;
}

export function surveys(signal: AbortSignal): Promise<{ surveys: Survey[] }> {
  return call('surveys', { signal });
}

export function survey(id: string, signal: AbortSignal): Promise<Survey> {
  return call(at(id), { signal });
}

export function describe(id: string, mapping: Mapping): Promise<Survey> {
  return call(at(id, '/mapping'), { method: 'PUT', headers: JSON_BODY, body: JSON.stringify(mapping) });
}

export function start(id: string, publish: boolean): Promise<Survey> {
  return call(at(id, `/start?publish=${publish}`), { method: 'POST' });
}

export function share(id: string, shared: boolean): Promise<Survey> {
  return call(at(id, '/sharing'), { method: 'PUT', headers: JSON_BODY, body: JSON.stringify({ shared }) });
}

export function cancel(id: string): Promise<Survey> {
  return call(at(id, '/cancel'), { method: 'POST' });
}

export function remove(id: string): Promise<null> {
  return call(at(id), { method: 'DELETE' });
}

export function rows(id: string, portion: number, signal: AbortSignal): Promise<{ rows: SurveyRow[]; next_portion?: number }> {
  return call(at(id, `/rows?portion=${portion}`), { signal });
}

export function refusals(id: string, signal: AbortSignal): Promise<{ refusals: { line: number; reason: string }[]; next_after?: number }> {
  return call(at(id, '/refusals'), { signal });
}

export function resultsAddress(id: string, format: string, names: string): string {
  return `/api/v1/${at(id, `/results?format=${format}&names=${names}`)}`;
}

/** Sends a file, telling how much of it is sent, which `fetch` cannot. */
export function upload(file: File, sent: (share: number) => void): Promise<Survey> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/surveys?${new URLSearchParams({ name: file.name })}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => sent(total ? loaded / total : 0);
    request.onerror = () => reject(new ApiError(0, 'The suite does not answer. Is it running?'));
    request.onload = () => {
      const answer = request.response as Survey & { detail?: string; title?: string };
      if (request.status === 201) {
        resolve(answer);
      } else {
        reject(new ApiError(request.status, answer?.detail ?? answer?.title ?? `The answer was ${request.status}.`));
      }
    };
    request.send(file);
  });
}

/** Seconds in words. */
export function timeLeft(seconds: number): string {
  if (seconds < 90) {
    return `${Math.max(1, Math.round(seconds))} s`;
  }
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** A quantity is told by a column, or by one value for all rows: `=Chandra`. */
export function chosen(mapping: Mapping, quantity: string): string {
  const fixed = mapping.defaults[quantity];
  return mapping.columns[quantity] ?? (fixed === undefined ? '' : `=${fixed}`);
}

/** The mapping with another column, or one value for all rows, for a quantity; blank for none. */
export function choose(mapping: Mapping, quantity: string, choice: string): Mapping {
  const columns = { ...mapping.columns };
  const defaults = { ...mapping.defaults };
  delete columns[quantity];
  delete defaults[quantity];
  if (choice.startsWith('=')) {
    defaults[quantity] = choice.slice(1).trim();
  } else if (choice) {
    columns[quantity] = choice;
  }
  return { ...mapping, columns, defaults };
}
