/** What people say about sources, as the REST API has it. */
import { call, post } from './api';

/** The name of a source within a text. */
export interface Mention {
  /** from 0, in UTF-16 code units, as strings count here */
  offset: number;
  length: number;
  kind: string;
  /** as its catalogue spells it */
  name: string;
}

export interface Comment {
  id: number;
  /** null while it is hidden, as the text is */
  author: string | null;
  text: string | null;
  mentions: Mention[];
  written_at: string;
  hidden: boolean;
}

export interface CommentPage {
  comments: Comment[];
  next_cursor: string | null;
}

export interface Draft {
  user: string;
  /** chosen anew for every comment: sent again with its key, it is the same comment */
  key: string;
  text: string;
}

export interface Reported {
  counted: boolean;
  hidden: boolean;
}

export function comments(sourceId: string, cursor: string | null, signal: AbortSignal): Promise<CommentPage> {
  const page = cursor === null ? '' : `?${new URLSearchParams({ cursor })}`;
  return call(`sources/${encodeURIComponent(sourceId)}/comments${page}`, { signal });
}

export function postComment(sourceId: string, draft: Draft, signal: AbortSignal): Promise<Comment> {
  return call(`sources/${encodeURIComponent(sourceId)}/comments`, post(draft, signal));
}

export function reportComment(id: number, report: { user: string; reason?: string }, signal: AbortSignal): Promise<Reported> {
  return call(`comments/${id}/reports`, post(report, signal));
}

export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
