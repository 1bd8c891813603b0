import { expect } from 'chai';
import type { Account } from '../../src/accounts/account.js';
import { account } from '../../src/accounts/index.js';
import { isAnswer, markIn, stateOf } from '../../src/accounts/sign-in-handover.js';
import type { Post } from '../../src/accounts/sign-in-window.js';
import { back, withWindow } from '../support/sign-in-popup.js';

type Values = Readonly<Record<string, string>>;

/** What each service's documents say: see `sign-in-services.ts`. */
const documented = {
  huggingface: {
    clientId: '0b7e4d5c-1f2a-4c3d-9e8f-a1b2c3d4e5f6',
    authorize: 'https://huggingface.co/oauth/authorize',
    exchange: 'https://huggingface.co/oauth/token',
    more: { scope: 'inference-api' },
    limited: {},
    reply: { access_token: 'hf_oauth_canary', token_type: 'bearer', expires_in: 28_800 },
  },
  pollinations: {
    clientId: 'pk_canary',
    authorize: 'https://enter.pollinations.ai/authorize',
    exchange: 'https://enter.pollinations.ai/api/oauth/token',
    more: { scope: 'usage', expiry: '1' },
    limited: { budget: '1.50' },
    reply: { access_token: 'sk_canary', token_type: 'bearer', expires_in: 604_800 },
  },
} as const;
type Service = keyof typeof documented;
const services = Object.keys(documented) as Service[];

/** The digest of a verifier, as RFC 7636 writes it. */
async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');
}

function accountAt(service: Service, post: Post): Account {
  const { clientId } = documented[service];
  return account(service, { clientId, post, known: new Map() });
}

describe('signing in with the page’s own client id', () => {
  for (const service of services) {
    const { clientId, authorize, exchange, more, limited, reply } = documented[service];

    it(`asks and exchanges at ${service} as its documents say, and keeps the token in memory`, async () => {
      const posts: [string, Values, boolean | undefined][] = [];
      let asked = new URL('about:blank');
      const payer = accountAt(service, (url, values, isForm) => {
        posts.push([url, values, isForm]);
        return Promise.resolve(reply);
      });
      const { result, closed } = await withWindow(
        (popup) => {
          asked = popup.asked;
          back(popup);
        },
        () => payer.signIn({ limit: '1.50' }),
      );
      expect([result, closed]).to.deep.equal([{ status: 'signed-in' }, 1]);
      expect(`${asked.origin}${asked.pathname}`).to.equal(authorize);
      const { state = '', ...query } = Object.fromEntries(asked.searchParams);
      expect(markIn(`?${new URLSearchParams({ state }).toString()}`)).to.match(/^[0-9a-f]{32}$/);
      expect(posts).to.have.length(1);
      const [[url, { code_verifier: verifier = '', ...given }, isForm]] = posts as [
        [string, Values, boolean],
      ];
      const page = `${location.origin}${location.pathname}`;
      expect(query).to.deep.equal({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: page,
        code_challenge: await challengeOf(verifier),
        code_challenge_method: 'S256',
        ...more,
        ...limited,
      });
      expect([url, isForm]).to.deep.equal([exchange, true]);
      expect(given).to.deep.equal({
        grant_type: 'authorization_code',
        code: 'the-code',
        client_id: clientId,
        redirect_uri: page,
      });
      expect(verifier).to.match(/^[\w-]{43,128}$/);
      expect(asked.href).not.to.contain(verifier);
      expect(payer.key()).to.equal(reply.access_token);
      const kept = JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]);
      for (const secret of [reply.access_token, verifier, 'the-code'])
        expect(kept).not.to.contain(secret);
    });

    it(`asks for no limit at ${service} where the page has none`, async () => {
      for (const limit of [undefined, '0', 'x']) {
        let asked = new URL('about:blank');
        await withWindow(
          (popup) => {
            asked = popup.asked;
            back(popup);
          },
          () => accountAt(service, () => Promise.resolve(reply)).signIn(limit ? { limit } : {}),
        );
        expect([...asked.searchParams.keys()]).not.to.contain('budget');
      }
    });

    it(`takes a pasted key at ${service} all the same`, async () => {
      const payer = accountAt(service, () => Promise.reject(new Error('asked')));
      await payer.setKey('pasted-0123456789');
      const { result, opened } = await withWindow('blocked', () => payer.signIn());
      expect([result, opened]).to.deep.equal([{ status: 'signed-in' }, 0]);
      expect(payer.key()).to.equal('pasted-0123456789');
    });
  }

  it('takes a reply without a token, or with one that is no text, for none', async () => {
    for (const reply of [{}, { access_token: 7 }, { access_token: '' }, 'sk_x', undefined]) {
      const payer = accountAt('pollinations', () => Promise.resolve(reply));
      const { error } = await withWindow(back, () => payer.signIn());
      expect(error).to.include({ code: 'session-refused', charge: 'none' });
      expect(payer.state.get()).to.deep.equal({ status: 'signed-out' });
    }
  });

  it('reads a mark where it stands, and nothing else for one', () => {
    const mark = '0123456789abcdef'.repeat(2);
    const state = (text: string): string => `?${new URLSearchParams({ state: text }).toString()}`;
    expect(markIn(`?user-pays-sign-in=${mark}&code=x`)).to.equal(mark);
    expect(markIn(state(stateOf(mark)))).to.equal(mark);
    for (const other of ['', '?', '?code=x', `?user-pays-sign-in=${mark}0`, state(mark)])
      expect(markIn(other), other).to.equal(undefined);
    expect(markIn(state(`other.${mark}`))).to.equal(undefined);
    expect(['?code=x', '?error=y', '?state=z'].map(isAnswer)).to.deep.equal([true, true, false]);
  });
});
