// A stand-in for GitHub, as far as logging in goes: the page where people agree, the token endpoint and `GET /user`, as
// docs.github.com describes them, and an Enterprise Server lays them out. GitHub itself is asked nothing in tests; what
// this checks is that the suite says what GitHub wants to hear, and stands what it may answer.
//
// GET /lies/NAME has the next answer be that lie; GET /rename/OLD/NEW gives an account another login.
import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const FORM = interaction => `<!doctype html><html lang="en"><title>GitHub's stand-in</title>
<form method="post" action="${interaction}"><input name="login" aria-label="login"><input name="password" type="password"
aria-label="password"><button type="submit">Authorize</button></form><a href="${interaction}/abort">Cancel</a>`;

const refusal = error => ({ error, error_description: 'See error.', error_uri: 'https://docs.github.com' });

/** Of the token endpoint, in place of its answer, or made of it. */
const TOKEN_LIES = {
  badcode: { body: refusal('bad_verification_code') },
  badclient: { body: refusal('incorrect_client_credentials') },
  badredirect: { body: refusal('redirect_uri_mismatch') },
  unverified: { body: refusal('unverified_user_email') },
  noclient: { status: 404, body: { error: 'Not Found' } },
  notoken: { body: {} },
  othertype: { body: { access_token: 'x', scope: '', token_type: 'N_A' } },
  brokentoken: { body: { access_token: 'a\r\nX-Evil: b', scope: '', token_type: 'bearer' } },
  tokenform: { text: 'access_token=gho_x&scope=&token_type=bearer', type: 'application/x-www-form-urlencoded' },
  tokengarbage: { text: '<html>' },
  tokenarray: { body: ['gho_x'] },
  tokenhuge: ({ body }) => ({ body: { ...body, padding: 'x'.repeat(300_000) } }),
  tokenlimited: { status: 429, text: 'Too many requests' },
  tokendown: { status: 503, text: 'down' },
  tokenslow: { wait: 3_000 },
};

/** Of `GET /user`, from its honest answer. */
const USER_LIES = {
  noid: ({ id: _, ...user }) => ({ body: user }),
  nullid: user => ({ body: { ...user, id: null } }),
  textid: user => ({ body: { ...user, id: `${user.id}` } }),
  zeroid: user => ({ body: { ...user, id: 0 } }),
  negativeid: user => ({ body: { ...user, id: -user.id } }),
  fractionid: user => ({ body: { ...user, id: user.id + 0.5 } }),
  longid: ({ id: _, ...user }) => ({ text: JSON.stringify(user).replace(/}$/, ',"id":123456789012345678901234567890}') }),
  array: user => ({ body: [user] }),
  garbage: () => ({ text: '<html>' }),
  page: () => ({ text: '<html>', type: 'text/html' }),
  nothing: () => ({ text: '' }),
  unauthorized: () => ({ status: 401, body: { message: 'Bad credentials' } }),
  elsewhere: () => ({ status: 302, text: '', headers: { location: '/honest' } }),
  limited: () => ({ status: 403, body: { message: 'API rate limit exceeded' } }),
  toomany: () => ({ status: 429, body: { message: 'You have exceeded a secondary rate limit' } }),
  broken: () => ({ status: 500, body: { message: 'Server Error' } }),
  huge: user => ({ body: { ...user, bio: 'x'.repeat(300_000) } }),
  slow: user => ({ body: user, wait: 3_000 }),
  dripping: user => ({ body: user, drip: 300 }),
};

/** Starts it and gives its address. */
export async function startGitHub({ clientId, secret, back }) {
  const people = new Map();
  const departures = new Map();
  const codes = new Map();
  const tokens = new Map();
  let lie;
  let issuer;

  const personOf = login => {
    if (!people.has(login)) {
      people.set(login, { id: 1_000 + people.size + Math.floor(Math.random() * 1e9), name: 'Ada Lovelace', email: 'ada@example.org' });
    }
    return people.get(login);
  };

  function authorize({ searchParams: asked }) {
    if (asked.get('client_id') !== clientId) {
      return { status: 404, text: 'no such client' };
    }
    if (asked.get('redirect_uri') !== back || asked.get('response_type') !== 'code') {
      return { status: 400, text: 'the redirect_uri is not associated with this application' };
    }
    if (asked.get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(asked.get('code_challenge') ?? '') || !asked.get('state') || asked.has('scope')) {
      return { status: 400, text: 'not as the suite asks' };
    }
    const interaction = `/interaction/${randomBytes(8).toString('hex')}`;
    departures.set(interaction, { state: asked.get('state'), challenge: asked.get('code_challenge') });
    return { status: 302, headers: { location: interaction }, text: '' };
  }

  function sendBack({ state }, parameters) {
    const query = new URLSearchParams({ ...parameters, iss: `${issuer}/login/oauth`, state });
    return { status: 302, headers: { location: `${back}?${query}` }, text: '' };
  }

  function interact(method, path, body) {
    const interaction = path.replace(/\/abort$/, '');
    const departure = departures.get(interaction);
    if (!departure) {
      return { status: 404, text: 'gone' };
    }
    if (interaction !== path) {
      return sendBack(departure, { error: 'access_denied', error_description: 'The user has denied your application access.' });
    }
    if (method === 'GET') {
      return { text: FORM(interaction), type: 'text/html' };
    }
    departures.delete(interaction);
    const code = randomBytes(10).toString('hex');
    codes.set(code, { ...departure, person: personOf(new URLSearchParams(body).get('login')) });
    return sendBack(departure, { code });
  }

  function token(request, body) {
    const given = new URLSearchParams(body);
    if (request.headers.accept !== 'application/json') {
      return { text: 'access_token=&token_type=bearer', type: 'application/x-www-form-urlencoded' };
    }
    if (given.get('client_id') !== clientId || given.get('client_secret') !== secret || request.headers.authorization) {
      return { body: refusal('incorrect_client_credentials') };
    }
    if (given.get('redirect_uri') !== back) {
      return { body: refusal('redirect_uri_mismatch') };
    }
    const departed = codes.get(given.get('code'));
    codes.delete(given.get('code'));
    const challenge = createHash('sha256').update(given.get('code_verifier') ?? '').digest('base64url');
    if (departed?.challenge !== challenge) {
      return { body: refusal('bad_verification_code') };
    }
    const fresh = `gho_${randomBytes(18).toString('hex')}`;
    tokens.set(fresh, departed.person);
    return { body: { access_token: fresh, scope: '', token_type: 'bearer' } };
  }

  function user({ headers }) {
    const person = tokens.get(/^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1]);
    if (!person) {
      return { status: 401, body: { message: 'Bad credentials' } };
    }
    if (headers.accept !== 'application/vnd.github+json' || headers['x-github-api-version'] !== '2022-11-28' || !headers['user-agent']) {
      return { status: 400, body: { message: 'not as GitHub wants to be asked' } };
    }
    const login = [...people].find(([, known]) => known === person)[0];
    return { body: { login, ...person, type: 'User' } };
  }

  function answer(request, address, body) {
    const told = lie;
    const { method } = request;
    const path = address.pathname;
    const [, verb, from, to] = path.split('/');
    if (verb === 'lies') {
      lie = from;
      return { status: from in TOKEN_LIES || from in USER_LIES ? 204 : 404, text: '' };
    }
    if (verb === 'rename') {
      people.set(to, personOf(from));
      people.delete(from);
      return { status: 204, text: '' };
    }
    if (method === 'GET' && path === '/login/oauth/authorize') {
      return authorize(address);
    }
    if (verb === 'interaction') {
      return interact(method, path, body);
    }
    if (method === 'POST' && path === '/login/oauth/access_token') {
      const honest = token(request, body);
      if (told in TOKEN_LIES) {
        lie = undefined;
        return typeof TOKEN_LIES[told] === 'function' ? TOKEN_LIES[told](honest) : { ...honest, ...TOKEN_LIES[told] };
      }
      return honest;
    }
    if (method === 'GET' && path === '/api/v3/user') {
      const honest = user(request);
      if (told in USER_LIES && honest.body.id) {
        lie = undefined;
        return USER_LIES[told](honest.body);
      }
      return honest;
    }
    return { status: 404, body: { message: 'Not Found' } };
  }

  const server = createServer(async (request, response) => {
    let given = '';
    for await (const part of request) {
      given += part;
    }
    const { status = 200, body, text = JSON.stringify(body), type = 'application/json; charset=utf-8', headers, wait = 0, drip } =
      answer(request, new URL(request.url, issuer), given);
    await sleep(wait);
    response.writeHead(status, { 'Content-Type': type, ...headers });
    for (const part of drip ? text : []) {
      response.write(part);
      await sleep(drip);
    }
    response.end(drip ? '' : text);
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${server.address().port}`;
  return issuer;
}
