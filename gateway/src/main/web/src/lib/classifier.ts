/** What the classifier answers: classes of detections, models and what they have learned. */

import type {
  ActivationProgress,
  ClassifiedDetection,
  ClassifyData,
  ClassifyResponse,
  Detection,
  GetActivationData,
  GetActivationResponse,
  GetModelDensitiesData,
  GetModelDensitiesResponse,
  ListModelsData,
  ListModelsResponse,
  ModelDensities,
  ModelList,
  ModelReference,
  RefusedDetection,
} from '../api';
import { ApiError, request } from './request';

export async function classify(detection: Detection, signal: AbortSignal): Promise<ClassifiedDetection | RefusedDetection> {
  const body = { detections: [detection] };
  const { classifications } = await request<ClassifyData, ClassifyResponse>('POST', '/api/v1/classify', { body, signal });
  const [first] = classifications;
  if (!first) {
    throw new ApiError(200, 'The suite returned no classification.');
  }
  return first;
}

export function models(signal: AbortSignal): Promise<ModelList> {
  return request<ListModelsData, ListModelsResponse>('GET', '/api/v1/models', { signal });
}

export function activation(number: number, signal: AbortSignal): Promise<ActivationProgress> {
  return request<GetActivationData, GetActivationResponse>('GET', '/api/v1/activations/{number}', { path: { number }, signal });
}

const known = new Map<string, Promise<ModelDensities>>();

/** A version of a model never changes, so each is requested once. */
export function densities({ name, version }: ModelReference): Promise<ModelDensities> {
  const key = JSON.stringify([name, version]);
  let requested = known.get(key);
  if (!requested) {
    requested = request<GetModelDensitiesData, GetModelDensitiesResponse>('GET', '/api/v1/models/{name}/{version}/densities', { path: { name, version } });
    requested.catch(() => known.delete(key));
    known.set(key, requested);
  }
  return requested;
}
