/** The volunteers: what they label, what they have done, and what the suite stores about them. */

import type {
  CastVoteData,
  CastVoteResponse,
  ChooseSettingsData,
  ChooseSettingsResponse,
  ForgetVolunteerData,
  ForgetVolunteerResponse,
  GetNextSubjectData,
  GetNextSubjectResponse,
  GetRankingData,
  GetRankingResponse,
  GetVolunteerData,
  GetVolunteerResponse,
  Ranking,
  Subject,
  Volunteer,
  Vote,
  VoteRequest,
} from '../api';
import { address, request } from './request';

export type Span = Ranking['span'];

/** Null if the user has labelled every source, or every known source while training. */
export function nextToLabel(user: string, training: boolean, signal: AbortSignal): Promise<Subject | null> {
  const query = { user, ...(training ? { training } : {}) };
  return request<GetNextSubjectData, GetNextSubjectResponse>('GET', '/api/v1/labels/next', { query, signal });
}

export function vote(id: string, body: VoteRequest, signal: AbortSignal): Promise<Vote> {
  return request<CastVoteData, CastVoteResponse>('POST', '/api/v1/sources/{id}/votes', { path: { id }, body, signal });
}

export function volunteer(user: string, signal: AbortSignal): Promise<Volunteer> {
  return request<GetVolunteerData, GetVolunteerResponse>('GET', '/api/v1/labels/volunteers/{user}', { path: { user }, signal });
}

/** The first places of the ranking, as many as the limit. */
export function ranking(span: Span, limit: number, signal: AbortSignal): Promise<Ranking> {
  return request<GetRankingData, GetRankingResponse>('GET', '/api/v1/labels/ranking', { query: { span, limit }, signal });
}

export function chooseRanked(user: string, ranked: boolean, signal: AbortSignal): Promise<null> {
  const given = { path: { user }, body: { ranked }, signal };
  return request<ChooseSettingsData, ChooseSettingsResponse>('PUT', '/api/v1/labels/volunteers/{user}/settings', given);
}

/** The download of everything that is stored under the name. */
export function exportAddress(user: string): string {
  return address('/api/v1/labels/volunteers/{user}/export', { user });
}

export function forget(user: string, signal: AbortSignal): Promise<null> {
  return request<ForgetVolunteerData, ForgetVolunteerResponse>('DELETE', '/api/v1/labels/volunteers/{user}', { path: { user }, signal });
}
