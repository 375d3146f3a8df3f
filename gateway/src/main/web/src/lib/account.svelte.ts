/** The reader's account: who they are to the suite, and how that changes. */

import { ApiError, call } from './api';

export const ROLES = ['volunteer', 'astronomer', 'operator'] as const;
export const SCOPES = ['read', 'classify', 'label', 'operate'] as const;

export interface Me {
  name: string | null;
  role: 'guest' | (typeof ROLES)[number];
  proof: 'none' | 'this_machine' | 'session' | 'token';
  /** null for others than guests */
  guest_labels_left: number | null;
  accounts_required: boolean;
  operator_awaited: boolean;
  /** whether people sign up and log in with a password here */
  passwords: boolean;
  /** who logs people in besides */
  providers: { id: string; title: string }[];
  /** null where nobody is logged in */
  has_password: boolean | null;
  /** id of the provider that says who the reader is, where they are yet to pick a pseudonym */
  name_awaited: string | null;
}

export interface Token {
  id: number;
  name: string;
  scopes: string[];
  created_at: string;
  expires_at: string;
  /** when it is made, and never again */
  token?: string;
}

/** By what whoever has lost a password sets a new one; the code is there when it is made, and never again. */
export interface RecoveryCode {
  name: string;
  code: string;
  expires_at: string;
}

/** Undefined until the suite has said it. */
export const account = $state<{ me: Me | undefined; failure: ApiError | undefined }>({ me: undefined, failure: undefined });

/** Whether somebody is logged in; a guest is not. */
export function isMember(me: Me | undefined): boolean {
  return me?.proof === 'session' && me.role !== 'guest';
}

function send(method: string, body?: unknown): RequestInit {
  return body === undefined
    ? { method }
    : { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

/** Of two answers on their way, what the reader did counts, and not what was asked before it. */
let turn = 0;

export async function lookWhoIAm(): Promise<void> {
  account.failure = undefined;
  const mine = ++turn;
  try {
    const me = await call<Me>('account');
    if (mine === turn) {
      account.me = me;
    }
  } catch (cause) {
    account.failure = cause instanceof ApiError ? cause : new ApiError(0, String(cause));
  }
}

async function become(path: string, init: RequestInit): Promise<Me> {
  const me = await call<Me>(path, init);
  turn += 1;
  account.me = me;
  return me;
}

export function signUp(name: string, password: string, code: string): Promise<Me> {
  return become('account', send('POST', { name, password, ...(code ? { code } : {}) }));
}

export function logIn(name: string, password: string): Promise<Me> {
  return become('account/sessions', send('POST', { name, password }));
}

export function recoverPassword(name: string, code: string, password: string): Promise<Me> {
  return become('account/recovery', send('POST', { name, code, password }));
}

/** Leaves for the page of a provider. */
export async function departTo(provider: string): Promise<null> {
  const { address } = await call<{ address: string }>(`account/providers/${encodeURIComponent(provider)}/login`, send('POST'));
  location.assign(address);
  return null;
}

/** Sends on what a provider sent the browser back with. */
export function comeBackFrom(provider: string, query: string): Promise<Me> {
  return become(`account/providers/${encodeURIComponent(provider)}/answer`, send('POST', { query }));
}

export function pickName(provider: string, name: string, code: string): Promise<Me> {
  return become(`account/providers/${encodeURIComponent(provider)}/name`, send('POST', { name, ...(code ? { code } : {}) }));
}

export function beginAsGuest(): Promise<Me> {
  return become('account/guest', send('POST'));
}

export function changePassword(password: string, next: string): Promise<Me> {
  return become('account/password', send('PUT', { password, new_password: next }));
}

export async function logOut(everywhere: boolean): Promise<null> {
  await call(everywhere ? 'account/sessions' : 'account/sessions/current', send('DELETE'));
  await lookWhoIAm();
  return null;
}

/** @param confirmation the password, or of an account without one the name */
export async function deleteAccount(confirmation: { password: string } | { name: string }): Promise<null> {
  await call('account', send('DELETE', confirmation));
  await lookWhoIAm();
  return null;
}

export async function tokens(signal: AbortSignal): Promise<Token[]> {
  return (await call<{ tokens: Token[] }>('account/tokens', { signal })).tokens;
}

export function issueToken(name: string, scopes: string[], days: number): Promise<Token> {
  return call('account/tokens', send('POST', { name, scopes, days }));
}

export function revokeToken(id: number): Promise<null> {
  return call(`account/tokens/${id}`, send('DELETE'));
}

export function giveRole(name: string, role: string): Promise<{ name: string; role: string }> {
  return call(`accounts/${encodeURIComponent(name)}/role`, send('PUT', { role }));
}

export function makeRecoveryCode(name: string): Promise<RecoveryCode> {
  return call(`accounts/${encodeURIComponent(name)}/recovery`, send('POST'));
}
