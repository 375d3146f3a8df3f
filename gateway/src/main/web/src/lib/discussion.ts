/** Comments on sources, through the REST API. */

import type {
  Comment,
  CommentPage,
  CommentReportReceipt,
  CommentReportRequest,
  CommentRequest,
  ListCommentsData,
  ListCommentsResponse,
  PostCommentData,
  PostCommentResponse,
  ReportCommentData,
  ReportCommentResponse,
} from '../api';
import { request } from './request';

export function comments(id: string, cursor: string | null, signal: AbortSignal): Promise<CommentPage> {
  const query = cursor === null ? {} : { cursor };
  return request<ListCommentsData, ListCommentsResponse>('GET', '/api/v1/sources/{id}/comments', { path: { id }, query, signal });
}

/** The key is new for every comment. A comment that is sent again with its key is not posted twice. */
export function postComment(id: string, body: CommentRequest, signal: AbortSignal): Promise<Comment> {
  return request<PostCommentData, PostCommentResponse>('POST', '/api/v1/sources/{id}/comments', { path: { id }, body, signal });
}

export function reportComment(id: number, body: CommentReportRequest, signal: AbortSignal): Promise<CommentReportReceipt> {
  return request<ReportCommentData, ReportCommentResponse>('POST', '/api/v1/comments/{id}/reports', { path: { id: String(id) }, body, signal });
}

export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
