/** The reader's account: who they are to the suite, and how that changes. */

import type {
  Account,
  AnswerFromProviderData,
  ApiToken,
  BeginAsGuestData,
  ChangePasswordData,
  ChangeRoleData,
  ChangeRoleResponse,
  Confirmation,
  DeleteAccountData,
  DeleteAccountResponse,
  GetMeData,
  GetMeResponse,
  ListApiTokensData,
  ListApiTokensResponse,
  LogInByProviderData,
  LogInByProviderResponse,
  LogInData,
  LogOutData,
  LogOutEverywhereData,
  LogOutEverywhereResponse,
  LogOutResponse,
  MakeApiTokenData,
  MakeApiTokenResponse,
  MakeRecoveryCodeData,
  MakeRecoveryCodeResponse,
  Me,
  NewRole,
  RecoverPasswordData,
  RecoveryCode,
  RevokeApiTokenData,
  RevokeApiTokenResponse,
  Scope,
  SignUpByProviderData,
  SignUpData,
} from '../api';
import { ApiError, request } from './request';

export const ROLES = ['volunteer', 'astronomer', 'operator'] as const satisfies NewRole['role'][];
export const SCOPES = ['read', 'classify', 'label', 'operate'] as const satisfies Scope[];

/** Undefined until the suite has answered. */
export const account = $state<{ me: Me | undefined; failure: ApiError | undefined }>({ me: undefined, failure: undefined });

/** Whether somebody is logged in; a guest is not. */
export function isMember(me: Me | undefined): boolean {
  return me?.proof === 'session' && me.role !== 'guest';
}

/** Counts what changes who the reader is, so that an answer to an earlier question is dropped. */
let turn = 0;

export async function lookWhoIAm(): Promise<void> {
  account.failure = undefined;
  const mine = ++turn;
  try {
    const me = await request<GetMeData, GetMeResponse>('GET', '/api/v1/account', {});
    if (mine === turn) {
      account.me = me;
    }
  } catch (cause) {
    account.failure = ApiError.from(cause);
  }
}

async function become(answer: Promise<Me>): Promise<Me> {
  const me = await answer;
  turn += 1;
  account.me = me;
  return me;
}

/** The code as the API takes it: absent where the field is empty. */
const given = (code: string) => (code ? { code } : {});

export function signUp(name: string, password: string, code: string): Promise<Me> {
  return become(request<SignUpData, Me>('POST', '/api/v1/account', { body: { name, password, ...given(code) } }));
}

export function logIn(name: string, password: string): Promise<Me> {
  return become(request<LogInData, Me>('POST', '/api/v1/account/sessions', { body: { name, password } }));
}

export function recoverPassword(name: string, code: string, password: string): Promise<Me> {
  return become(request<RecoverPasswordData, Me>('POST', '/api/v1/account/recovery', { body: { name, code, password } }));
}

/** Goes to the page of a provider. */
export async function departTo(provider: string): Promise<null> {
  const { address } = await request<LogInByProviderData, LogInByProviderResponse>('POST', '/api/v1/account/providers/{provider}/login', { path: { provider } });
  location.assign(address);
  return null;
}

/** Passes on the query with which a provider sent the browser back. */
export function comeBackFrom(provider: string, query: string): Promise<Me> {
  return become(request<AnswerFromProviderData, Me>('POST', '/api/v1/account/providers/{provider}/answer', { path: { provider }, body: { query } }));
}

export function pickName(provider: string, name: string, code: string): Promise<Me> {
  return become(request<SignUpByProviderData, Me>('POST', '/api/v1/account/providers/{provider}/name', { path: { provider }, body: { name, ...given(code) } }));
}

export function beginAsGuest(): Promise<Me> {
  return become(request<BeginAsGuestData, Me>('POST', '/api/v1/account/guest', {}));
}

export function changePassword(password: string, next: string): Promise<Me> {
  return become(request<ChangePasswordData, Me>('PUT', '/api/v1/account/password', { body: { password, new_password: next } }));
}

export async function logOut(everywhere: boolean): Promise<null> {
  await (everywhere
    ? request<LogOutEverywhereData, LogOutEverywhereResponse>('DELETE', '/api/v1/account/sessions', {})
    : request<LogOutData, LogOutResponse>('DELETE', '/api/v1/account/sessions/current', {}));
  await lookWhoIAm();
  return null;
}

/** @param confirmation the password; the name if the account has no password */
export async function deleteAccount(confirmation: Confirmation): Promise<null> {
  await request<DeleteAccountData, DeleteAccountResponse>('DELETE', '/api/v1/account', { body: confirmation });
  await lookWhoIAm();
  return null;
}

export async function tokens(signal: AbortSignal): Promise<ApiToken[]> {
  return (await request<ListApiTokensData, ListApiTokensResponse>('GET', '/api/v1/account/tokens', { signal })).tokens;
}

export function issueToken(name: string, scopes: Scope[], days: number): Promise<ApiToken> {
  return request<MakeApiTokenData, MakeApiTokenResponse>('POST', '/api/v1/account/tokens', { body: { name, scopes, days } });
}

export function revokeToken(id: number): Promise<null> {
  return request<RevokeApiTokenData, RevokeApiTokenResponse>('DELETE', '/api/v1/account/tokens/{id}', { path: { id } });
}

export function giveRole(name: string, role: NewRole['role']): Promise<Account> {
  return request<ChangeRoleData, ChangeRoleResponse>('PUT', '/api/v1/accounts/{name}/role', { path: { name }, body: { role } });
}

export function makeRecoveryCode(name: string): Promise<RecoveryCode> {
  return request<MakeRecoveryCodeData, MakeRecoveryCodeResponse>('POST', '/api/v1/accounts/{name}/recovery', { path: { name } });
}
