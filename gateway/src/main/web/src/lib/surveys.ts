/** Catalogues that are classified as a whole, through the REST API. */

import type {
  CancelSurveyData,
  CancelSurveyResponse,
  DeleteSurveyData,
  DeleteSurveyResponse,
  DescribeSurveyData,
  DescribeSurveyResponse,
  GetSurveyData,
  GetSurveyResponse,
  ListSurveyRefusalsData,
  ListSurveyRefusalsResponse,
  ListSurveyRowsData,
  ListSurveyRowsResponse,
  ListSurveysData,
  ListSurveysResponse,
  Problem,
  ShareSurveyData,
  ShareSurveyResponse,
  StartSurveyData,
  StartSurveyResponse,
  Survey,
  SurveyList,
  SurveyRefusals,
  SurveyRows,
  TableMapping,
} from '../api';
import { address, ApiError, request } from './request';

export function surveys(signal: AbortSignal): Promise<SurveyList> {
  return request<ListSurveysData, ListSurveysResponse>('GET', '/api/v1/surveys', { signal });
}

export function survey(id: string, signal: AbortSignal): Promise<Survey> {
  return request<GetSurveyData, GetSurveyResponse>('GET', '/api/v1/surveys/{id}', { path: { id }, signal });
}

export function describe(id: string, body: TableMapping): Promise<Survey> {
  return request<DescribeSurveyData, DescribeSurveyResponse>('PUT', '/api/v1/surveys/{id}/mapping', { path: { id }, body });
}

export function start(id: string, publish: boolean): Promise<Survey> {
  return request<StartSurveyData, StartSurveyResponse>('POST', '/api/v1/surveys/{id}/start', { path: { id }, query: { publish } });
}

export function share(id: string, shared: boolean): Promise<Survey> {
  return request<ShareSurveyData, ShareSurveyResponse>('PUT', '/api/v1/surveys/{id}/sharing', { path: { id }, body: { shared } });
}

export function cancel(id: string): Promise<Survey> {
  return request<CancelSurveyData, CancelSurveyResponse>('POST', '/api/v1/surveys/{id}/cancel', { path: { id } });
}

export function remove(id: string): Promise<null> {
  return request<DeleteSurveyData, DeleteSurveyResponse>('DELETE', '/api/v1/surveys/{id}', { path: { id } });
}

export function rows(id: string, portion: number, signal: AbortSignal): Promise<SurveyRows> {
  return request<ListSurveyRowsData, ListSurveyRowsResponse>('GET', '/api/v1/surveys/{id}/rows', { path: { id }, query: { portion }, signal });
}

export function refusals(id: string, signal: AbortSignal): Promise<SurveyRefusals> {
  return request<ListSurveyRefusalsData, ListSurveyRefusalsResponse>('GET', '/api/v1/surveys/{id}/refusals', { path: { id }, signal });
}

export function resultsAddress(id: string, format: string, names: string): string {
  return address('/api/v1/surveys/{id}/results', { id }, { format, names });
}

/** Sends a file and reports which share of it is sent, which `fetch` cannot do. */
export function upload(file: File, sent: (share: number) => void): Promise<Survey> {
  return new Promise((resolve, reject) => {
    const upload = new XMLHttpRequest();
    upload.open('POST', address('/api/v1/surveys', {}, { name: file.name }));
    upload.setRequestHeader('Content-Type', 'application/octet-stream');
    upload.responseType = 'json';
    upload.upload.onprogress = ({ loaded, total }) => sent(total ? loaded / total : 0);
    upload.onerror = () => reject(ApiError.unreachable());
    upload.onload = () => {
      if (upload.status === 201) {
        resolve(upload.response as Survey);
      } else {
        reject(ApiError.of(upload.status, upload.response as Problem | null));
      }
    };
    upload.send(file);
  });
}

/** A duration for readers. */
export function timeLeft(seconds: number): string {
  if (seconds < 90) {
    return `${Math.max(1, Math.round(seconds))} s`;
  }
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}

/** Where a quantity comes from: the name of a column, or one value for all rows, as in `=Chandra`. */
export function chosen(mapping: TableMapping, quantity: string): string {
  const fixed = mapping.defaults?.[quantity];
  return mapping.columns[quantity] ?? (fixed === undefined ? '' : `=${fixed}`);
}

/** The mapping with another choice for a quantity: a column, one value for all rows, or blank for none. */
export function choose(mapping: TableMapping, quantity: string, choice: string): TableMapping {
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
