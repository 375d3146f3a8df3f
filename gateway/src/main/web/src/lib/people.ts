/** The volunteers: what one has done, who has done how much, and what is one's own. */

import { call } from './api';

/** A share with its 95% interval. */
export interface Rate {
  right: number;
  answers: number;
  share: number;
  low: number;
  high: number;
}

export interface Badge {
  badge: 'rare-find' | 'steady';
  /** of a find */
  class: string | null;
  /** finds, or days in a row */
  count: number;
}

export interface Volunteer {
  user: string;
  level: 'training' | 'ready';
  trained: Rate;
  activity: {
    today: number;
    answers: number;
    streak: number;
    longest_streak: number;
    badges: Badge[];
    ranked: boolean;
  };
}

export type Span = 'week' | 'all';

export interface Standing {
  place: number;
  user: string;
  answers: number;
  trained: Rate;
}

export interface Ranking {
  ranking: Standing[];
  next_cursor: string | null;
}

const of = (user: string) => `labels/volunteers/${encodeURIComponent(user)}`;

export function volunteer(user: string, signal: AbortSignal): Promise<Volunteer> {
  return call(of(user), { signal });
}

/** So many places of the ranking at once, from the first. */
export function ranking(span: Span, limit: number, signal: AbortSignal): Promise<Ranking> {
  return call(`labels/ranking?${new URLSearchParams({ span, limit: String(limit) })}`, { signal });
}

export function chooseRanked(user: string, ranked: boolean, signal: AbortSignal): Promise<null> {
  const headers = { 'Content-Type': 'application/json' };
  return call(`${of(user)}/settings`, { method: 'PUT', headers, body: JSON.stringify({ ranked }), signal });
}

/** Where everything stored under the name can be had. */
export function exportAddress(user: string): string {
  return `/api/v1/${of(user)}/export`;
}

export function forget(user: string, signal: AbortSignal): Promise<null> {
  return call(of(user), { method: 'DELETE', signal });
}
