import { afterEach, expect, test, vi } from 'vitest';
import type { ForgetVolunteerData, ForgetVolunteerResponse, GetSourceData, GetSourceResponse, LogInData, LogInResponse } from '../api';
import { address, request } from './request';

afterEach(() => vi.unstubAllGlobals());

function answer(status: number, body?: unknown) {
  const fetched = vi.fn(async (_address: string, _init: RequestInit) => new Response(body === undefined ? null : JSON.stringify(body), { status }));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

test('parameters are escaped, and those without a value are left out', () => {
  expect(address('/api/v1/sources/{id}/comments', { id: 'a/b c' }, { cursor: 'x&y', limit: undefined })).toBe('/api/v1/sources/a%2Fb%20c/comments?cursor=x%26y');
  expect(address('/api/v1/models')).toBe('/api/v1/models');
});

test('a body is sent as JSON', async () => {
  const fetched = answer(201, { name: 'ada' });
  const me = await request<LogInData, LogInResponse>('POST', '/api/v1/account/sessions', { body: { name: 'ada', password: 'secret' } });
  expect(me.name).toBe('ada');
  expect(fetched.mock.calls[0]?.[0]).toBe('/api/v1/account/sessions');
  expect(fetched.mock.calls[0]?.[1]).toMatchObject({ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"name":"ada","password":"secret"}' });
});

test('an answer without content is null', async () => {
  answer(204);
  expect(await request<ForgetVolunteerData, ForgetVolunteerResponse>('DELETE', '/api/v1/labels/volunteers/{user}', { path: { user: 'ada' } })).toBeNull();
});

const source = () => request<GetSourceData, GetSourceResponse>('GET', '/api/v1/sources/{id}', { path: { id: 'lx-nowhere' } });

test('a problem is told by its detail, or by its status', async () => {
  answer(404, { title: 'Not found', detail: 'no source lx-nowhere' });
  await expect(source()).rejects.toMatchObject({ status: 404, message: 'no source lx-nowhere' });
  answer(502);
  await expect(source()).rejects.toMatchObject({ status: 502, message: 'The request failed with status 502.' });
});

test('a suite that does not answer is said to be away, but a request that was called off is not', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(source()).rejects.toMatchObject({ status: 0, message: 'The suite does not answer. Is it running?' });
  vi.stubGlobal('fetch', () => Promise.reject(new DOMException('aborted', 'AbortError')));
  await expect(source()).rejects.toMatchObject({ name: 'AbortError' });
});
