import { expect } from 'chai';
import { memoryStore } from '../../src/base/store.js';
import { pageServices } from '../../src/generation/page-services.js';
import { keepsPrompts, setKeepsPrompts } from '../../src/generation/kept-prompts.js';
import { keepsCloudCopy, setKeepsCloudCopy } from '../../src/generation/cloud-copy.js';
import { expectedMs } from '../../src/generation/expected.js';
import { chargedKey, chargeHistoryIn } from '../../src/generation/charge-history-store.js';
import { askToPersist } from '../../src/generation/persist.js';
import { errorOf, worstCharge, outcomeOfError } from '../../src/generation/outcome.js';
import { UserPaysError } from '../../src/base/error.js';
import type { ImageRequest } from '../../src/pricing/quote-types.js';

describe('how long a picture will take', () => {
  it('is the median of the last twenty, once there were three', () => {
    expect([[], [1], [1, 2]].map(expectedMs)).to.deep.equal([undefined, undefined, undefined]);
    expect(expectedMs([9, 1, 5])).to.equal(5);
    expect(expectedMs([1, 2, 3, 4])).to.equal(3);
    expect(expectedMs([10, 9, 100])).to.equal(10);
    expect(expectedMs([...Array<number>(50).fill(1), ...Array<number>(20).fill(7)])).to.equal(7);
    expect(
      expectedMs([...Array<number>(11).fill(1), ...Array<number>(10).fill(7)]),
      'twenty, not more',
    ).to.equal(7);
    expect(expectedMs([...Array<number>(12).fill(1), ...Array<number>(9).fill(7)])).to.equal(1);
  });
});

describe('keeping pictures in the reader’s own storage', () => {
  it('is off until the reader says so, for that provider alone, and off again when they say so', () => {
    const store = memoryStore();
    expect(keepsCloudCopy(store, 'puter')).to.equal(false);
    setKeepsCloudCopy(store, 'puter', true);
    expect([keepsCloudCopy(store, 'puter'), keepsCloudCopy(store, 'bfl')]).to.deep.equal([
      true,
      false,
    ]);
    setKeepsCloudCopy(store, 'puter', false);
    expect(keepsCloudCopy(store, 'puter')).to.equal(false);
    expect(store.keys()).to.deep.equal([]);
  });
});

describe('keeping prompts beside their pictures', () => {
  it('is off until the reader says so, and off again when they say so', () => {
    const store = memoryStore();
    expect(keepsPrompts(store)).to.equal(false);
    setKeepsPrompts(store, true);
    expect(keepsPrompts(store)).to.equal(true);
    setKeepsPrompts(store, false);
    expect(keepsPrompts(store)).to.equal(false);
    expect(store.keys()).to.deep.equal([]);
  });
});

describe('storage that the browser does not clear', () => {
  it('is asked for once, and a browser without it or that refuses is no trouble', async () => {
    const own = Object.getOwnPropertyDescriptor(navigator, 'storage');
    const store = memoryStore();
    let asked = 0;
    const persist = (): Promise<boolean> => {
      asked += 1;
      return Promise.reject(new Error('no'));
    };
    for (const storage of [{ persist }, { persist }, {}, undefined]) {
      Object.defineProperty(navigator, 'storage', { configurable: true, value: storage });
      askToPersist(storage?.persist ? store : memoryStore());
      await Promise.resolve();
    }
    if (own) Object.defineProperty(navigator, 'storage', own);
    else Reflect.deleteProperty(navigator, 'storage');
    expect(asked).to.equal(1);
  });
});

describe('what was charged before', () => {
  it('is remembered for exactly that request, whatever its count', () => {
    const plain: ImageRequest = { provider: 'bfl', model: 'flux-2-pro', width: 1024, height: 768 };
    const others: readonly Partial<ImageRequest>[] = [
      {},
      { route: 'together' },
      { provider: 'puter' },
      { model: 'flux-2-max' },
      { width: 768, height: 1024 },
      { steps: 0 },
      { steps: 4 },
      { references: [{ width: 1, height: 2 }] },
      {
        references: [
          { width: 1, height: 2 },
          { width: 3, height: 4 },
        ],
      },
      { references: [{ width: 1, height: 23 }] },
    ];
    expect(new Set(others.map((more) => chargedKey({ ...plain, ...more })))).to.have.property(
      'size',
      others.length,
    );
    expect(chargedKey({ ...plain, steps: 4 })).to.contain('/4');
    for (const same of [{ count: 4 }, { references: [] }, { route: '' }])
      expect(chargedKey({ ...plain, ...same })).to.equal(chargedKey(plain));
  });

  it('counts only where all of it can be read', () => {
    const store = memoryStore();
    const request: ImageRequest = { provider: 'bfl', model: 'flux-2-pro', width: 64, height: 64 };
    const whole = { charged: '0.045', listed: '0.03', on: '2026-11-21' };
    const kept = (fields: object): unknown => {
      store.set(chargedKey(request), JSON.stringify(fields));
      return chargeHistoryIn(store)(request);
    };
    expect(chargeHistoryIn(store)(request)).to.equal(undefined);
    expect(kept(whole)).to.deep.include(whole);
    for (const part of ['charged', 'listed', 'on'] as const)
      for (const odd of [undefined, 7, null])
        expect(kept({ ...whole, [part]: odd }), part).to.equal(undefined);
  });
});

describe('what an error says about money', () => {
  it('is the gravest of all: a doubt, then a charge, then nothing', () => {
    expect(worstCharge([])).to.equal('none');
    expect(worstCharge(['none', 'charged', 'none'])).to.equal('charged');
    for (const charges of [
      ['possible', 'charged'],
      ['charged', 'possible', 'none'],
      ['none', 'possible'],
    ] as const)
      expect(worstCharge(charges)).to.equal('possible');
  });

  it('is never nothing once the request may have left', () => {
    const known = (charge: 'none' | 'charged' | 'possible') =>
      new UserPaysError('rate-limited', {
        stage: 'submit',
        charge,
        facts: { detail: 'slow down' },
      });
    expect(outcomeOfError(known('none'), 'possible')).to.deep.equal({
      kind: 'refused',
      code: 'rate-limited',
      charge: 'possible',
      detail: 'slow down',
    });
    expect(outcomeOfError(known('none'), 'none')).to.include({ charge: 'none' });
    expect(outcomeOfError(known('charged'), 'none')).to.include({ charge: 'charged' });
    expect(outcomeOfError(new DOMException('', 'AbortError'), 'possible')).to.deep.equal({
      kind: 'refused',
      code: 'aborted',
      charge: 'possible',
    });
    for (const odd of [new TypeError('x'), 'x', undefined, { name: 'AbortError' }])
      expect(outcomeOfError(odd, 'none')).to.deep.equal({
        kind: 'refused',
        code: 'internal',
        charge: 'none',
      });
  });

  it('asks before pressing again wherever money may have moved, and never offers what would be refused again', () => {
    const retry = (
      code: 'content-refused' | 'rate-limited' | 'invalid-input',
      charge: 'none' | 'charged' | 'possible',
    ): string => errorOf({ kind: 'refused', code, charge }, 'submit', {}).retry;
    expect([
      retry('rate-limited', 'none'),
      retry('content-refused', 'none'),
      retry('invalid-input', 'none'),
    ]).to.deep.equal(['safe', 'never', 'never']);
    expect([
      retry('rate-limited', 'possible'),
      retry('content-refused', 'charged'),
      retry('invalid-input', 'possible'),
    ]).to.deep.equal(['ask', 'ask', 'ask']);
    expect(
      errorOf({ kind: 'refused', code: 'rate-limited', charge: 'none' }, 'poll', {
        provider: 'bfl',
      }),
    ).to.deep.include({ stage: 'poll', facts: { provider: 'bfl' } });
    expect(
      errorOf(
        { kind: 'refused', code: 'rate-limited', charge: 'none', retryAfterMs: 0 },
        'poll',
        {},
      ).facts,
    ).to.deep.equal({ retryAfterMs: '0' });
  });
});

describe('the page’s store for what may be forgotten', () => {
  const own = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem') ?? {};
  afterEach(() => {
    Object.defineProperty(Storage.prototype, 'setItem', own);
    for (const key of ['test/kept', 'test/memory']) localStorage.removeItem(key);
  });

  it('is the browser’s, and memory for what the browser refuses', () => {
    const { store } = pageServices();
    store.set('test/kept', '1');
    expect(localStorage.getItem('test/kept')).to.equal('1');
    Object.defineProperty(Storage.prototype, 'setItem', {
      configurable: true,
      value: () => {
        throw new DOMException('', 'QuotaExceededError');
      },
    });
    store.set('test/memory', '2');
    expect(localStorage.getItem('test/memory')).to.equal(null);
    expect([
      store.get('test/kept'),
      store.get('test/memory'),
      store.get('test/none'),
    ]).to.deep.equal(['1', '2', null]);
    expect(store.keys()).to.include.members(['test/kept', 'test/memory']);
    expect(store.keys().filter((key) => key === 'test/kept')).to.have.length(1);
    store.set('test/kept', '3');
    expect(store.get('test/kept'), 'the newer one').to.equal('3');
    Object.defineProperty(Storage.prototype, 'setItem', own);
    store.set('test/memory', '4');
    expect(store.get('test/memory'), 'what the browser takes again').to.equal('4');
    store.remove('test/kept');
    store.remove('test/memory');
    expect([
      store.get('test/kept'),
      store.get('test/memory'),
      localStorage.getItem('test/kept'),
    ]).to.deep.equal([null, null, null]);
  });

  it('does without the browser’s where that is blocked', () => {
    const { store } = pageServices();
    const storage = Object.getOwnPropertyDescriptor(globalThis, 'localStorage') ?? {};
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('', 'SecurityError');
      },
    });
    try {
      store.set('test/memory', '2');
      expect([store.get('test/memory'), store.get('test/none')]).to.deep.equal(['2', null]);
      expect(store.keys()).to.deep.equal(['test/memory']);
      store.remove('test/memory');
      expect(store.get('test/memory')).to.equal(null);
    } finally {
      Object.defineProperty(globalThis, 'localStorage', storage);
    }
  });

  it('is one for the page', () => {
    expect(pageServices()).to.equal(pageServices());
  });
});
