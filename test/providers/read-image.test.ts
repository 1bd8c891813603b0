import { expect } from 'chai';
import { systemClock, type Clock } from '../../src/base/clock.js';
import type { UserPaysError } from '../../src/base/error.js';
import { readImage } from '../../src/providers/read-image.js';
import { onePixel } from '../contract/recorded/picture.js';
import { until } from '../support/until.js';

const bytes = Uint8Array.from(atob(onePixel), (character) => character.charCodeAt(0));

/** A clock whose pauses are over at once; deadlines stay. */
function impatient(slept: number[] = []): Clock {
  return {
    ...systemClock,
    sleep: (ms, signal) =>
      ms >= 10_000 ? systemClock.sleep(ms, signal) : Promise.resolve(void slept.push(ms)),
  };
}

/** An answer whose connection is lost in mid-picture. */
function torn(): Response {
  return new Response(
    new ReadableStream({
      start: (controller) => {
        controller.enqueue(bytes.subarray(0, 20));
        controller.error(new TypeError('network error'));
      },
    }),
  );
}

describe('a finished picture’s bytes', () => {
  const signal = new AbortController().signal;
  const answers =
    (body: BodyInit | null, init?: ResponseInit): typeof fetch =>
    () =>
      Promise.resolve(new Response(body, init));
  const real = globalThis.fetch;
  afterEach(() => {
    globalThis.fetch = real;
  });
  const url = 'https://delivery-eu1.bfl.ai/results/a';

  it('come without any key, as the type they really have', async () => {
    const seen: RequestInit[] = [];
    globalThis.fetch = (_, init) => {
      seen.push(init ?? {});
      return answers(bytes, { headers: { 'content-type': 'text/html' } })(url);
    };
    expect((await readImage(url, signal))?.type).to.equal('image/png');
    expect(seen[0]).to.include({ credentials: 'omit', referrerPolicy: 'no-referrer' });
    expect(seen[0]?.headers).to.equal(undefined);
    await readImage(url, signal, 'https://relay.example/');
    expect(new Headers(seen[1]?.headers).get('x-target-url')).to.equal(url);
  });

  it('are none when the browser may not read them: the address can still be shown', async () => {
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await readImage(url, signal, undefined, 60_000, impatient())).to.equal(undefined);
    expect(await readImage('javascript:alert(1)', signal)).to.equal(undefined);
  });

  it('are lost when the address expired, or holds a page', async () => {
    for (const [body, init] of [
      ['gone', { status: 403 }],
      ['<!doctype html>', {}],
      ['<html><body><svg xmlns="http://www.w3.org/2000/svg"/></body></html>', {}],
    ] as const) {
      globalThis.fetch = answers(body, init);
      const error: unknown = await readImage(url, signal).catch((reason: unknown) => reason);
      expect(error).to.include({ code: 'image-lost', charge: 'charged' });
    }
  });

  it('are those of a drawing, too, whatever type the server gives', async () => {
    for (const type of ['image/svg+xml', 'text/plain', 'application/octet-stream']) {
      globalThis.fetch = answers('<svg xmlns="http://www.w3.org/2000/svg"/>', {
        headers: { 'content-type': type },
      });
      expect((await readImage(url, signal))?.type, type).to.equal('image/svg+xml');
    }
  });

  it('stop at 32 MB', async () => {
    let poured = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        poured += 1;
        controller.enqueue(new Uint8Array(1 << 20));
      },
    });
    globalThis.fetch = answers(endless);
    const error: unknown = await readImage(url, signal).catch((reason: unknown) => reason);
    expect(error).to.include({ code: 'image-lost' });
    expect((error as UserPaysError).facts).to.deep.equal({ detail: 'too large' });
    expect(poured).to.be.below(40);
  });

  describe('over a bad connection', () => {
    /**
     * Reads with these answers in turn, the last one for ever; tells the requests that were sent.
     */
    const reading = async (
      turns: readonly ((mode: RequestMode | undefined) => Response | Promise<Response>)[],
    ) => {
      const asked: (RequestMode | undefined)[] = [];
      const slept: number[] = [];
      const methods = new Set<string>();
      let turn = 0;
      globalThis.fetch = async (_, init) => {
        asked.push(init?.mode);
        methods.add(init?.method ?? 'GET');
        const answer = turns[Math.min(turn, turns.length - 1)];
        if (init?.mode !== 'no-cors') turn += 1;
        return answer?.(init?.mode) ?? Response.error();
      };
      const got = await readImage(url, signal, undefined, 60_000, impatient(slept)).catch(
        (error: unknown) => error,
      );
      expect([...methods]).to.deep.equal(['GET']);
      return { got, asked, slept };
    };
    const whole = (): Response => new Response(bytes);
    const refused = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'));
    /** A host that answers, but lets no page read it. */
    const closed = (mode: RequestMode | undefined): Response | Promise<Response> =>
      mode === 'no-cors'
        ? Object.defineProperty(new Response(), 'type', { value: 'opaque' })
        : refused();

    it('that breaks in mid-picture, once or three times, come all the same', async () => {
      for (const times of [1, 3]) {
        const { got, slept } = await reading([...Array<() => Response>(times).fill(torn), whole]);
        expect((got as Blob).size).to.equal(bytes.length);
        expect(slept).to.deep.equal([400, 1200, 3000].slice(0, times));
      }
    });

    it('that breaks every time are called unreadable, and nothing is asked for ever', async () => {
      const { got, asked } = await reading([torn]);
      expect(got).to.equal(undefined);
      expect(asked).to.deep.equal(['cors', 'cors', 'cors', 'cors']);
    });

    it('that breaks before any answer come, once it stands', async () => {
      const { got } = await reading([refused, refused, whole]);
      expect(got).to.be.instanceOf(Blob);
    });

    it('that broke once before a host that may be read answered are not taken for hidden', async () => {
      const { got } = await reading([
        refused,
        (mode) => (mode === 'no-cors' ? closed(mode) : whole()),
      ]);
      expect(got).to.be.instanceOf(Blob);
    });

    it('to a host that lets no page read it are hidden without any wait', async () => {
      const { got, asked, slept } = await reading([closed]);
      expect(got).to.equal(undefined);
      expect(slept).to.deep.equal([]);
      expect(asked).to.deep.equal(['cors', 'no-cors', 'cors', 'no-cors']);
    });

    it('to a host too busy are asked for again, and lost only when it stays so', async () => {
      const busy = (): Response => new Response('later', { status: 503 });
      expect((await reading([busy, busy, whole])).got).to.be.instanceOf(Blob);
      const { got, asked } = await reading([busy]);
      expect(got).to.include({ code: 'image-lost', charge: 'charged' });
      expect(asked.length).to.equal(4);
    });

    it('that was busy first and broken afterwards are unreadable, not lost', async () => {
      const busy = (): Response => new Response('later', { status: 500 });
      expect((await reading([busy])).got).to.deep.include({ facts: { detail: '500' } });
      const { got, asked, slept } = await reading([busy, torn]);
      expect([got, asked.length]).to.deep.equal([undefined, 4]);
      expect(slept).to.deep.equal([400, 1200, 3000]);
    });

    it('are not read from an error, even if it holds a picture', async () => {
      for (const status of [404, 403, 410]) {
        const { got, asked } = await reading([() => new Response(bytes, { status })]);
        expect(got).to.deep.include({ code: 'image-lost', facts: { detail: String(status) } });
        expect(asked.length).to.equal(1);
      }
      for (const status of [408, 425, 429, 500, 599]) {
        const { asked } = await reading([() => new Response(bytes, { status })]);
        expect(asked.length, String(status)).to.equal(4);
      }
    });

    it('are asked for through the relay only, where there is one', async () => {
      const asked: string[] = [];
      globalThis.fetch = (address, init) => {
        asked.push(`${String(init?.mode)} ${new Request(address).url}`);
        return refused();
      };
      const relay = 'https://relay.example/';
      const slept: number[] = [];
      expect(await readImage(url, signal, relay, 60_000, impatient(slept))).to.equal(undefined);
      expect(asked).to.deep.equal([1, 2, 3, 4].map(() => `cors ${relay}`));
      expect(slept).to.deep.equal([400, 1200, 3000]);
      asked.length = 0;
      slept.length = 0;
      expect(await readImage(url, signal, 'puter', 60_000, impatient(slept))).to.equal(undefined);
      expect([asked, slept], 'a reader who is signed out').to.deep.equal([[], [400, 1200, 3000]]);
    });

    it('are asked for again only after a pause, and not at all once the reader stopped', async () => {
      const stop = new AbortController();
      const asked: (RequestMode | undefined)[] = [];
      let paused: (() => void) | undefined;
      globalThis.fetch = (_, init) => {
        asked.push(init?.mode);
        return Promise.resolve(torn());
      };
      const clock: Clock = {
        ...systemClock,
        sleep: (ms, until) =>
          ms >= 10_000
            ? systemClock.sleep(ms, until)
            : new Promise((done) => {
                paused = done;
              }),
      };
      const reading = readImage(url, stop.signal, undefined, 60_000, clock).catch(
        (reason: unknown) => reason,
      );
      const goOn = await until(() => paused);
      expect(asked).to.deep.equal(['cors']);
      globalThis.fetch = (_, init) => {
        asked.push(init?.mode);
        stop.abort('stopped');
        return refused();
      };
      goOn?.();
      expect(await reading).to.equal('stopped');
      for (let turn = 0; turn < 5; turn += 1) await new Promise((next) => setTimeout(next));
      expect(asked).to.deep.equal(['cors', 'cors']);
    });

    it('are not loaded where only it is asked whether the host answers', async () => {
      const probes: (AbortSignal | null | undefined)[] = [];
      globalThis.fetch = (_, init) => {
        if (init?.mode === 'no-cors') probes.push(init.signal);
        return Promise.resolve(closed(init?.mode));
      };
      await readImage(url, signal, undefined, 60_000, impatient());
      expect(probes.map((probe) => probe?.aborted)).to.deep.equal([true, true]);
    });

    it('that expired are asked for once', async () => {
      const { got, asked } = await reading([() => new Response('', { status: 403 })]);
      expect(got).to.include({ code: 'image-lost' });
      expect(asked.length).to.equal(1);
    });
  });
});
