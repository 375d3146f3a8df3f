// Two OpenID providers for the tests, real ones (https://github.com/panva/node-oidc-provider): `campus` as an institute
// has it, `observatory` that takes a client's secret in the body alone, like ORCID; and `github`, a stand-in. Who logs in
// there is who they say. GET /lies/NAME of an OpenID provider has its next answer at the token endpoint be that lie.
//
// LYNCEUS_URL is the suite's address. A line `issuers` and their addresses as JSON say when they listen; they end with
// the standard input.
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import Provider from 'oidc-provider';
import { startGitHub } from './github.mjs';

const SECRET = 'a secret of the tests that is long enough';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const key = { ...privateKey.export({ format: 'jwk' }), kid: 'of-the-tests', use: 'sig', alg: 'RS256' };

const encoded = value => Buffer.from(JSON.stringify(value)).toString('base64url');
const decoded = part => JSON.parse(Buffer.from(part, 'base64url'));
const now = () => Math.floor(Date.now() / 1000);

/** An ID token with other claims, signed as the honest one or otherwise. */
function forged(token, changes, { alg = 'RS256', by = text => sign('RSA-SHA256', Buffer.from(text), privateKey) } = {}) {
  const [, payload] = token.split('.');
  const text = `${encoded({ alg, kid: key.kid })}.${encoded({ ...decoded(payload), ...changes })}`;
  return `${text}.${by(text).toString('base64url')}`;
}

const hmac = secret => ({ alg: 'HS256', by: text => createHmac('sha256', secret).update(text).digest() });

const LIES = {
  tampered: token => {
    const [header, payload, signature] = token.split('.');
    return [header, encoded({ ...decoded(payload), sub: 'somebody-else' }), signature].join('.');
  },
  expired: token => forged(token, { iat: now() - 7200, exp: now() - 3600 }),
  audience: token => forged(token, { aud: 'another-client' }),
  issuer: token => forged(token, { iss: 'https://elsewhere.example' }),
  nonce: token => forged(token, { nonce: 'of-another-login' }),
  unsigned: token => forged(token, {}, { alg: 'none', by: () => Buffer.alloc(0) }),
  strangerskey: token => forged(token, {}, { by: text => sign('RSA-SHA256', Buffer.from(text), stranger) }),
  sharedsecret: token => forged(token, {}, hmac(SECRET)),
  publickeyassecret: token => forged(token, {}, hmac(publicKey.export({ type: 'spki', format: 'pem' }))),
  missing: () => undefined,
};

async function start(id, methods) {
  let handle;
  let lie;
  const server = createServer((request, response) => handle(request, response));
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'lynceus',
        client_secret: SECRET,
        redirect_uris: [`${process.env.LYNCEUS_URL}/account/${id}`],
        token_endpoint_auth_method: methods[0],
      },
    ],
    clientAuthMethods: methods,
    cookies: { keys: ['of the tests'] },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId, name: 'Ada Lovelace' }) }),
    jwks: { keys: [key] },
    // Nobody is asked whether the suite may know who they are.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ accountId: oidc.session.accountId, clientId: oidc.client.clientId });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    pkce: { methods: ['S256'], required: () => true },
  });
  provider.use(async (context, next) => {
    const told = context.path === '/token' ? lie : undefined;
    if (told) {
      lie = undefined;
    }
    if (told === 'slow') {
      await sleep(3000);
    }
    await next();
    if (told === 'down') {
      context.status = 503;
      context.body = 'down';
    } else if (told === 'huge') {
      context.body = { ...context.body, padding: 'x'.repeat(300_000) };
    } else if (told in LIES && context.body?.id_token) {
      context.body = { ...context.body, id_token: LIES[told](context.body.id_token) };
    }
  });
  const honest = provider.callback();
  handle = (request, response) => {
    const name = /^\/lies\/(\w+)$/.exec(request.url)?.[1];
    if (name === undefined) {
      honest(request, response);
    } else {
      lie = name;
      response.writeHead(name in LIES || ['down', 'slow', 'huge'].includes(name) ? 204 : 404).end();
    }
  };
  return issuer;
}

const issuers = {
  campus: await start('campus', ['client_secret_basic']),
  observatory: await start('observatory', ['client_secret_post']),
  github: await startGitHub({ clientId: 'lynceus', secret: SECRET, back: `${process.env.LYNCEUS_URL}/account/github` }),
};
console.log(`issuers ${JSON.stringify(issuers)}`);
process.stdin.on('end', () => process.exit()).resume();
