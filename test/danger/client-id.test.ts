import { expect } from 'chai';
import type { Account } from '../../src/accounts/account.js';
import { account } from '../../src/accounts/index.js';
import type { Known } from '../../src/accounts/known.js';
import { handOver } from '../../src/accounts/sign-in-handover.js';
import type { Post } from '../../src/accounts/sign-in-window.js';
import type { UserPaysError } from '../../src/base/error.js';
import { holdTimers } from '../support/held-timers.js';
import { back, backWith, withWindow, type Way } from '../support/sign-in-popup.js';
import { widget } from '../support/widget.js';

const token = 'hf_oauth_canary';
const hour = 3_600_000;

/** The token address of a service that is asked as often as `posts` says. */
function exchange(lasts: unknown = 28_800): { post: Post; posts: [string, string][] } {
  const posts: [string, string][] = [];
  return {
    posts,
    post: (url, values) => {
      posts.push([url, `${values['client_id'] ?? ''} ${values['code'] ?? ''}`]);
      return Promise.resolve({ access_token: `${token}${posts.length}`, expires_in: lasts });
    },
  };
}

function hugging(post: Post, clientId = 'app-one', known: Known = new Map()): Account {
  return account('huggingface', { post, clientId, known });
}

function statusOf(payer: Account): string {
  return payer.state.get().status;
}

describe('a sign-in with a client id', () => {
  it('exchanges nothing where the state is not the one that was sent', async () => {
    for (const forge of [
      (callback) => {
        callback.searchParams.set('state', `user-pays-sign-in.${'0'.repeat(32)}`);
      },
      (callback) => {
        callback.searchParams.set('state', 'forged');
      },
      (callback) => {
        callback.searchParams.delete('state');
      },
    ] as ((callback: URL) => void)[]) {
      const { post, posts } = exchange();
      const payer = hugging(post);
      const { error, closed } = await withWindow(
        backWith((callback) => {
          callback.searchParams.set('code', 'theirs');
          forge(callback);
        }),
        () => payer.signIn(),
      );
      expect(error).to.include({ code: 'session-refused', charge: 'none', retry: 'safe' });
      expect((error as UserPaysError).facts).to.include({ signIn: 'mark' });
      expect([posts, closed, statusOf(payer)]).to.deep.equal([[], 1, 'signed-out']);
    }
  });

  it('exchanges a code once, however often it arrives', async () => {
    const { post, posts } = exchange();
    const payer = hugging(post);
    let mark = '';
    await withWindow(
      (popup) => {
        ({ mark } = popup);
        back(popup);
      },
      () => payer.signIn(),
    );
    expect(await handOver(mark, { code: 'the-code' }, 50), 'nobody listens').to.equal(false);
    expect(posts).to.deep.equal([['https://huggingface.co/oauth/token', 'app-one the-code']]);
  });

  it('says that a code was used up, in the service’s words, and charges nothing', async () => {
    const payer = hugging(() => Promise.reject(new Error('invalid_grant')));
    const { error } = await withWindow(back, () => payer.signIn());
    expect(error).to.include({ code: 'session-refused', charge: 'none', retry: 'safe' });
    expect((error as UserPaysError).facts).to.include({ signIn: 'exchange' });
    expect([statusOf(payer), payer.key()]).to.deep.equal(['signed-out', undefined]);
  });

  it('ends where the reader declines: nothing exchanged, nothing charged', async () => {
    const { post, posts } = exchange();
    const payer = hugging(post);
    const declined: Way = backWith((callback) => {
      callback.searchParams.set('error', 'access_denied');
    });
    const { error } = await withWindow(declined, () => payer.signIn());
    expect(error).to.include({ code: 'session-refused', charge: 'none', retry: 'safe' });
    expect((error as UserPaysError).facts).to.include({
      provider: 'huggingface',
      signIn: 'denied',
      detail: 'access_denied',
    });
    expect([posts, statusOf(payer)]).to.deep.equal([[], 'signed-out']);
    const { result } = await withWindow(back, () => payer.signIn());
    expect(result, 'the next press is as good').to.deep.equal({ status: 'signed-in' });
  });

  it('is over when the token is: signed out, no key, and the next press signs in again', async () => {
    const { post } = exchange();
    const payer = hugging(post);
    const told: string[] = [];
    payer.state.subscribe(({ status }) => told.push(status));
    await withWindow(back, () => payer.signIn());
    const { now } = Date;
    try {
      Date.now = () => now() + 7 * hour;
      expect([statusOf(payer), payer.key()]).to.deep.equal(['signed-in', `${token}1`]);
      // The device slept, and no timer ran.
      Date.now = () => now() + 8 * hour;
      expect([statusOf(payer), payer.key()]).to.deep.equal(['signed-out', undefined]);
      const { opened } = await withWindow(back, () => payer.signIn());
      expect([opened, payer.key()]).to.deep.equal([1, `${token}2`]);
      expect(told.slice(-3)).to.deep.equal(['signed-out', 'signing-in', 'signed-in']);
    } finally {
      Date.now = now;
    }
  });

  it('tells the page when a token ends, also by a clock that was put back', async () => {
    const { post } = exchange();
    const payer = hugging(post);
    const timers = holdTimers();
    try {
      await withWindow(back, () => payer.signIn());
    } finally {
      timers.release();
    }
    const { now } = Date;
    try {
      Date.now = () => now() - 24 * hour;
      timers.pass(8 * hour);
      expect([statusOf(payer), payer.key()]).to.deep.equal(['signed-out', undefined]);
    } finally {
      Date.now = now;
    }
  });

  it('leaves a key alone that was pasted since', async () => {
    const { post } = exchange();
    const payer = hugging(post);
    await withWindow(back, () => payer.signIn());
    await payer.setKey('pasted-0123456789');
    const { now } = Date;
    try {
      Date.now = () => now() + 24 * hour;
      expect([statusOf(payer), payer.key()]).to.deep.equal(['signed-in', 'pasted-0123456789']);
    } finally {
      Date.now = now;
    }
  });

  it('goes on until it is refused where nobody says how long a token lasts', async () => {
    for (const lasts of [undefined, 'soon', -1, 0]) {
      const payer = hugging(exchange(lasts).post);
      await withWindow(back, () => payer.signIn());
      expect(statusOf(payer)).to.equal('signed-in');
      payer.refused();
      expect([statusOf(payer), payer.key()]).to.deep.equal(['signed-out', undefined]);
    }
  });
});

describe('a client id', () => {
  it('that is missing, or another service’s, leaves pasting a key as the only way', async () => {
    const { post, posts } = exchange();
    for (const [provider, clientId] of [
      ['huggingface', undefined],
      ['huggingface', ''],
      ['huggingface', 'pk_app'],
      ['pollinations', ''],
      ['pollinations', 'app-one'],
      ['bfl', 'app-one'],
    ] as const) {
      const payer = account(provider, {
        post,
        known: new Map(),
        ...(clientId === undefined ? {} : { clientId }),
      });
      expect(payer.prepare, `${provider} ${String(clientId)}`).to.equal(undefined);
      const { error, opened } = await withWindow(back, () => payer.signIn());
      expect(error).to.include({ code: 'no-session', charge: 'none' });
      expect(opened).to.equal(0);
    }
    expect(posts).to.deep.equal([]);
  });

  it('that changes takes no token along, whether signed in or on the way', async () => {
    const { post, posts } = exchange();
    const known: Known = new Map();
    const one = hugging(post, 'app-one', known);
    const two = hugging(post, 'app-two', known);
    await withWindow(
      (popup) => {
        expect(hugging(post, 'app-one', known), 'one account for an id').to.equal(one);
        back(popup);
      },
      () => one.signIn(),
    );
    expect([statusOf(one), statusOf(two), two.key()]).to.deep.equal([
      'signed-in',
      'signed-out',
      undefined,
    ]);
    await withWindow(back, () => two.signIn());
    expect(posts.map(([, given]) => given)).to.deep.equal(['app-one the-code', 'app-two the-code']);
    expect([one.key(), two.key()]).to.deep.equal([`${token}1`, `${token}2`]);
  });

  it('makes nobody an account of their own at OpenRouter, which knows no such ids', () => {
    const known: Known = new Map();
    const { post } = exchange();
    expect(account('openrouter', { post, known, clientId: 'app-one' })).to.equal(
      account('openrouter', { post, known }),
    );
  });

  it('decides what the button asks for, also when a script changes it', async () => {
    const shown = await widget({ provider: 'huggingface', model: 'flux-1-schnell' });
    const { element } = shown;
    const label = async (): Promise<string> => {
      await element.updateComplete;
      return shown.text('generate');
    };
    expect(await label()).to.match(/key/i);
    element.setAttribute('client-id', 'app-one');
    expect(await label()).to.match(/^Sign in/);
    element.clientId = 'pk_app';
    expect(await label()).to.match(/key/i);
    element.provider = 'pollinations';
    expect(await label()).to.match(/^Sign in/);
    element.removeAttribute('client-id');
    expect(await label()).to.match(/key/i);
    shown.remove();
  });
});
