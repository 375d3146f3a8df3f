/** Requests to the REST API. Their types come from its OpenAPI document: `npm run types` generates them into `src/api`. */

import type { Problem } from '../api';

/** What went wrong, in words for the reader. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }

  static unreachable(): ApiError {
    return new ApiError(0, 'The suite does not answer. Is it running?');
  }

  static of(status: number, problem: Partial<Problem> | null | undefined): ApiError {
    return new ApiError(status, problem?.detail ?? problem?.title ?? `The request failed with status ${status}.`);
  }

  static from(cause: unknown): ApiError {
    return cause instanceof ApiError ? cause : new ApiError(0, String(cause));
  }
}

/** What an operation takes, such as the generated `GetSourceData`. */
interface Operation {
  body?: unknown;
  path?: Record<string, string | number>;
  query?: object;
  url: string;
}

type Given<Taken extends Operation> = Omit<Taken, 'url'> & { signal?: AbortSignal };

/** The body of a response; null where it has none. */
type Body<Response> = void extends Response ? Exclude<Response, void> | null : Response;

/** As in `request<GetSourceData, GetSourceResponse>('GET', '/api/v1/sources/{id}', { path: { id } })`. */
export async function request<Taken extends Operation, Response>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  url: Taken['url'],
  { path, query, body, signal }: Given<Taken>,
): Promise<Body<Response>> {
  const init: RequestInit = { method, signal: signal ?? null };
  if (body !== undefined) {
    init.headers = { 'Content-Type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(address(url, path, query), init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') {
      throw cause;
    }
    throw ApiError.unreachable();
  }
  if (!response.ok) {
    throw ApiError.of(response.status, await response.json().catch(() => undefined));
  }
  return (response.status === 204 ? null : await response.json()) as Body<Response>;
}

/** The address of an operation with its parameters. */
export function address(url: string, path: Operation['path'] = {}, query: object = {}): string {
  const place = url.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return given.length > 0 ? `${place}?${new URLSearchParams(given)}` : place;
}
