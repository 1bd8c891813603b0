// The scenes of states.html, also walked through by the tests. Each sets the real element up with
// stand-ins for the services and their journal.

const now = Date.parse('2026-11-10T10:14:00');
const prompt = 'A lighthouse in fog, risograph print, two inks, wide margin';
function pageWide(name) {
  return Symbol.for(`user-pays-image/${name}@1`);
}

function listenable(value) {
  return {
    get: () => value,
    set: (next) => {
      value = next;
    },
    subscribe: () => () => undefined,
  };
}

function period(settled = '0', pictures = 0, inDoubt = '0') {
  return {
    settled,
    inDoubt,
    pictures,
    purchases: Math.max(pictures, inDoubt === '0' ? 0 : 1),
  };
}
function sums(one) {
  return { session: one, today: one, month: one, all: one, byModel: [] };
}
function tallyOf(real, simulated) {
  return { ...sums(real), unreadable: 0, sandbox: sums(simulated) };
}

function account(state, kind = 'popup') {
  return {
    kind,
    state: listenable(state),
    signIn: () => Promise.resolve(state),
    signOut: () => undefined,
    setKey: () => Promise.resolve(state),
    key: () => undefined,
    refused: () => undefined,
    setBalance: () => undefined,
  };
}

const ada = account({ status: 'signed-in', name: 'ada', balance: '0.41' });
const key = account({ status: 'signed-in' }, 'key');
const nobody = account({ status: 'signed-out' });
const noKey = account({ status: 'signed-out' }, 'key');
const free = account({ status: 'signed-in' }, 'none');

function receiptOf(quote, id, rest) {
  return {
    id,
    provider: quote.request.provider,
    model: quote.request.model,
    ...(quote.request.route ? { route: quote.request.route } : {}),
    at: now,
    lines: quote.lines,
    estimated: quote.each,
    charge: 'charged',
    charged: quote.each,
    basis: 'reported',
    simulated: Boolean(quote.simulated),
    ...rest,
  };
}

/** US dollars; amounts here have at most six decimals. */
function sumOf(pictures) {
  const millionths = pictures.map(({ receipt }) =>
    Math.round(Number(receipt?.charged ?? receipt?.estimated ?? 0) * 1e6),
  );
  return String(millionths.reduce((sum, each) => sum + each, 0) / 1e6);
}

function error(code, charge, facts = {}) {
  return Object.assign(new Error(code), {
    name: 'UserPaysError',
    code,
    stage: 'submit',
    retry: 'ask',
    charge,
    facts,
  });
}

/** A line of the journal whose end is not known, as a purchase of this visit leaves it. */
function line(id, standing, high = '0.03') {
  return {
    id,
    purchase: 'purchase',
    provider: 'bfl',
    model: 'flux-2-pro',
    size: '1024x1024',
    simulated: false,
    low: high,
    high,
    quote: '',
    session: 'visit',
    at: now,
    standing,
    pictures: 0,
    charge: 'possible',
  };
}
const onItsWay = (id = 'picture-1') => line(id, 'accepted');
const unconfirmed = (id = 'picture-1') => line(id, 'in-doubt');

/** Moves the element's purchase to a state, as the runner would. */
async function stageOf({ element, inside, paint, settled, isPriced = true }) {
  // What reads a list of the day comes a moment after the list.
  if (isPriced) await settled?.(() => element.quote.total);
  const { quote } = element;
  const count = quote.request.count ?? 1;
  const each = quote.total && String(Number((Number(quote.total.high) / count).toFixed(6)));
  const priced = { ...quote, each };
  const dispatch = (event) => inside.checkout.purchases.dispatch(event);
  const ids = Array.from({ length: count }, (_, index) => `picture-${index + 1}`);
  const purchase = (pictures) => ({
    id: 'purchase',
    quote,
    prompt: element.prompt,
    simulated: Boolean(quote.simulated),
    pictures,
  });
  const image = async (seed) => {
    const { width, height } = quote.request;
    const blob = await paint(element.prompt, seed, width, height);
    return { blob, url: URL.createObjectURL(blob), alt: element.prompt, width, height };
  };
  const done = async (index, receipt = {}, rest = {}) => ({
    id: ids[index],
    name: 'done',
    seed: 7 + index,
    image: await image(7 + index),
    receipt: receiptOf(priced, ids[index], receipt),
    ...rest,
  });
  return {
    quote: priced,
    ids,
    done,
    press: (ask) => dispatch({ type: 'pressed', quote, ask }),
    move: (pictures) => {
      dispatch({ type: 'pressed', quote });
      dispatch({ type: 'moved', purchase: purchase(pictures) });
    },
    finish: (pictures) => {
      dispatch({ type: 'pressed', quote });
      const [first] = pictures;
      dispatch({
        type: 'finished',
        state: purchase(pictures),
        purchase: {
          id: 'purchase',
          images: pictures.flatMap((one) => one.image ?? []),
          receipt: { ...first.receipt, charged: sumOf(pictures) },
        },
      });
    },
    fail: (code, charge, facts = {}) => {
      dispatch({ type: 'pressed', quote });
      const failure = error(code, charge, {
        provider: quote.request.provider,
        ...(each ? { amount: each } : {}),
        ...facts,
      });
      dispatch({
        type: 'failed',
        error: failure,
        state: purchase([
          {
            id: ids[0],
            name: 'failed',
            error: failure,
            receipt: receiptOf(priced, ids[0], { charge }),
          },
        ]),
      });
    },
    stop: (charge) => {
      dispatch({ type: 'pressed', quote });
      const failed = { id: ids[0], name: 'failed', error: error('aborted', charge) };
      const receipt = receiptOf(priced, ids[0], { charge, charged: undefined });
      dispatch({ type: 'cancelled', charge, state: purchase([{ ...failed, receipt }]) });
    },
  };
}

async function drawnFile(paint, words, width, height) {
  return new File([await paint(words, 3, width, height)], `${words}.png`, { type: 'image/png' });
}

const pro = { provider: 'puter', model: 'flux-2-pro', prompt };
const play = { provider: 'sandbox', model: 'flux-2-pro', prompt };
const own = { provider: 'bfl', model: 'flux-2-pro', prompt };

/**
 * `says`: for the list. `set`: properties of the element. `act`: what happens once it is on the
 * page.
 */
export const scenes = {
  'first-visit': {
    says: 'nothing typed, nobody signed in',
    set: { provider: 'puter' },
    payer: nobody,
  },
  'what-is-puter': {
    says: 'what a first visitor may want to know, each with its source',
    set: pro,
    payer: nobody,
    act: ({ inside }) => inside.actions.toggle('about', true),
  },
  'from-before': {
    says: 'an earlier purchase is not confirmed',
    set: pro,
    spent: period('0.135', 4, '0.03'),
    lines: [unconfirmed('before')],
  },
  'signed-out': { says: 'the price is there before the sign-in', set: pro, payer: nobody },
  exact: { says: 'who pays, what is left, what it costs', set: pro, spent: period('0.135', 4) },
  range: {
    says: 'sources differ, so the price is a range',
    set: { ...pro, provider: 'fal', model: 'flux-2-klein-4b' },
    payer: key,
  },
  'unknown-price': {
    says: 'nobody tells, so nobody here pretends',
    set: { ...pro, provider: 'fal', model: 'flux-2-dev' },
    payer: key,
  },
  receipt: {
    says: 'rows that add up, sources, what others say',
    set: { ...own, size: '2048x2048', count: 4 },
    payer: key,
    act: async ({ element, inside, paint }) => {
      element.references = [await drawnFile(paint, 'harbour', 1200, 800)];
      inside.actions.toggle('receipt', true);
    },
  },
  cliff: {
    says: 'a little smaller for a lot less',
    set: { ...own, size: '1056x1024' },
    payer: key,
  },
  references: {
    says: 'thumbnails, megapixels, one click under the next one',
    set: own,
    payer: key,
    act: async ({ element, paint }) => {
      element.references = [
        await drawnFile(paint, 'harbour', 1200, 960),
        await drawnFile(paint, 'boats at night', 800, 600),
      ];
    },
  },
  quoting: {
    says: 'a reference is still being measured',
    set: own,
    payer: key,
    act: ({ element }) => {
      element.references = [
        Object.assign(new Blob(['…'], { type: 'image/png' }), {
          arrayBuffer: () => new Promise(() => undefined),
        }),
      ];
    },
  },
  'bad-size': {
    says: 'the nearest size that can be made, with its price',
    set: { ...own, size: '1000x700' },
    payer: key,
  },
  'exact-size': {
    says: 'to the pixel',
    set: { ...own, size: '1360x768' },
    payer: key,
    act: ({ inside }) => inside.actions.toggle('exact', true),
  },
  'key-entry': { says: 'the reader’s own key, and where it may stay', set: own, payer: noKey },
  'over-budget': {
    says: 'ways out, each with its price',
    set: { ...own, model: 'flux-2-max', size: '2048x2048' },
    payer: key,
    spent: period('0.92', 9),
    limits: { session: '1' },
  },
  'over-balance': {
    says: 'the account holds less than this costs',
    set: { ...pro, model: 'flux-2-max', size: '2048x2048', count: 2 },
    payer: account({ status: 'signed-in', name: 'ada', balance: '0.11' }),
    spent: period('0.09', 3),
  },
  'last-one': {
    says: 'the session’s limit is near',
    set: own,
    payer: key,
    spent: period('0.93', 31),
    limits: { session: '1' },
  },
  confirming: {
    says: 'a dear one is asked about',
    set: { ...own, model: 'flux-2-max', size: '2048x2048', count: 4 },
    payer: key,
    act: async (scene) => (await stageOf(scene)).press('over'),
  },
  'confirming-unknown': {
    says: 'an unknown price is asked about',
    set: { ...pro, provider: 'fal', model: 'flux-2-dev' },
    payer: key,
    act: async (scene) => (await stageOf({ ...scene, isPriced: false })).press('unknown'),
  },
  'confirming-changed': {
    says: 'the price moved while nobody looked',
    set: pro,
    act: async (scene) => (await stageOf(scene)).press('changed'),
  },
  'signing-in': {
    says: 'the window is open',
    set: pro,
    payer: account({ status: 'signing-in' }),
    act: async (scene) => (await stageOf(scene)).press(),
  },
  sending: {
    says: 'on its way',
    set: pro,
    spent: period('0', 0, '0.03'),
    lines: [onItsWay()],
    act: async (scene) => {
      const {
        move,
        ids: [id],
      } = await stageOf(scene);
      move([{ id, name: 'submitting', since: now - 300 }]);
    },
  },
  queued: {
    says: 'others are first',
    set: { ...pro, provider: 'fal', model: 'flux-2-pro' },
    payer: key,
    spent: period('0', 0, '0.03'),
    lines: [onItsWay()],
    act: async (scene) => {
      const {
        move,
        ids: [id],
      } = await stageOf(scene);
      move([{ id, name: 'polling', since: now - 2100, progress: { position: 2 } }]);
    },
  },
  working: {
    says: 'elapsed and expected',
    set: pro,
    spent: period('0.135', 4, '0.03'),
    lines: [onItsWay()],
    act: async (scene) => {
      const {
        move,
        ids: [id],
      } = await stageOf(scene);
      move([{ id, name: 'polling', since: now - 6200 }]);
    },
  },
  'partial-batch': {
    says: 'two are here, one is coming, one failed',
    set: { ...own, count: 4, size: '1280x720' },
    payer: key,
    spent: period('0.195', 6, '0.03'),
    lines: [onItsWay('picture-4')],
    act: async (scene) => {
      const { move, ids, done, quote } = await stageOf(scene);
      move([
        await done(0),
        await done(1, {}, { checking: true }),
        {
          id: ids[2],
          name: 'failed',
          error: error('content-refused', 'none'),
          receipt: receiptOf(quote, ids[2], { charge: 'none' }),
        },
        { id: ids[3], name: 'polling', since: now - 6200 },
      ]);
    },
  },
  done: {
    says: 'the print and its receipt',
    set: pro,
    spent: period('0.165', 5),
    limits: { session: '1' },
    act: async (scene) => {
      const { finish, done } = await stageOf(scene);
      finish([await done(0)]);
    },
  },
  'done-four': {
    says: 'four, one dearer than thought',
    set: { ...own, count: 4, size: '1152x864' },
    payer: key,
    spent: period('0.27', 9),
    act: async (scene) => {
      const { finish, done } = await stageOf(scene);
      finish([
        await done(0),
        await done(1),
        await done(2, { charged: '0.045', note: 'reference counted as 2 MP' }),
        await done(3, {}, { checking: true }),
      ]);
    },
  },
  moderated: {
    says: 'refused by moderation, charged all the same',
    set: own,
    payer: key,
    spent: period('0.03', 0),
    act: async (scene) =>
      (await stageOf(scene)).fail('content-refused', 'charged', { detail: 'Content Moderated' }),
  },
  'not-charged': {
    says: 'failed before it cost anything',
    set: own,
    payer: key,
    act: async (scene) => (await stageOf(scene)).fail('blocked-by-browser', 'none'),
  },
  'in-doubt': {
    says: 'nobody knows yet, but the reader can look',
    set: own,
    payer: key,
    spent: period('0', 0, '0.03'),
    lines: [unconfirmed()],
    act: async (scene) => (await stageOf(scene)).fail('unreadable-reply', 'possible'),
  },
  charged: {
    says: 'charged, and the picture is lost',
    set: own,
    payer: key,
    spent: period('0.03', 0),
    act: async (scene) =>
      (await stageOf(scene)).fail('image-lost', 'charged', {
        url: 'https://delivery.example/picture.png',
      }),
  },
  'not-drawn': {
    says: 'charged, and too large to draw',
    set: own,
    payer: key,
    spent: period('0.03', 1),
    act: async (scene) => {
      const { finish, done } = await stageOf(scene);
      const large = await done(0);
      finish([
        { ...large, image: { ...large.image, width: 8000, height: 6000, withheld: 'too-large' } },
      ]);
    },
  },
  'not-loaded': {
    says: 'charged, and its address shows nothing',
    set: own,
    payer: key,
    spent: period('0.03', 1),
    act: async (scene) => {
      const { finish, done } = await stageOf(scene);
      const gone = await done(0);
      finish([
        { ...gone, image: { url: 'data:text/html,gone', alt: prompt, width: 1024, height: 1024 } },
      ]);
    },
  },
  stopped: {
    says: 'the reader stopped waiting',
    set: own,
    payer: key,
    spent: period('0', 0, '0.03'),
    lines: [unconfirmed()],
    act: async (scene) => (await stageOf(scene)).stop('possible'),
  },
  'rate-limited': {
    says: 'the button counts down',
    set: own,
    payer: key,
    act: async (scene) =>
      (await stageOf(scene)).fail('rate-limited', 'none', { retryAfterMs: '12000' }),
  },
  'no-funds': {
    says: 'the account does not hold enough',
    set: { ...pro, size: '2048x2048', model: 'flux-2-max' },
    payer: account({ status: 'signed-in', name: 'ada', balance: '0.02' }),
    act: async (scene) => (await stageOf(scene)).fail('insufficient-funds', 'none'),
  },
  offline: { says: 'words stay, nothing is sent', set: pro, offline: true },
  'storage-blocked': { says: 'what can’t be recorded is not bought', set: pro, health: 'blocked' },
  'storage-full': { says: 'what can’t be recorded is not bought', set: pro, health: 'full' },
  recovering: {
    says: 'after a reload: asking for what was bought',
    set: pro,
    spent: period('0', 0, '0.03'),
    lines: [onItsWay('old')],
    recovered: () => [{ id: 'old', name: 'polling', since: now - 4000 }],
  },
  recovered: {
    says: 'after a reload: it is here',
    set: pro,
    spent: period('0.03', 1),
    recovered: async ({ element, inside, paint }) => {
      element.prompt = prompt;
      const { done } = await stageOf({ element, inside, paint });
      return [await done(0)];
    },
  },
  sandbox: {
    says: 'no real money',
    set: play,
    payer: free,
    simulated: period('0.06', 2),
    act: async (scene) => {
      const { finish, done } = await stageOf(scene);
      finish([await done(0)]);
    },
  },
  drafts: {
    says: 'draft on the cheapest, promote one to the best',
    set: { ...own, size: '1280x720' },
    payer: key,
    spent: period('0.014', 1),
    act: async (scene) => {
      const { element, inside } = scene;
      element.model = 'flux-2-max';
      await element.updateComplete;
      element.shadowRoot.querySelector('[part~="draft"]').click();
      inside.actions.toggle('receipt', true);
      await element.updateComplete;
      const { finish, done } = await stageOf(scene);
      finish([await done(0)]);
    },
  },
  shapes: {
    says: 'each size drawn, with its price',
    set: pro,
    spent: period('0.165', 5),
    act: ({ inside }) => inside.actions.toggle('shapes', true),
  },
  gallery: {
    says: 'what this browser keeps',
    set: pro,
    spent: period('0.165', 5),
    act: ({ inside }) => inside.actions.toggle('gallery', true),
  },
  strip: {
    says: 'the last pictures stay in view',
    set: pro,
    spent: period('0.165', 5),
  },
  large: {
    says: 'one of the last pictures as large as the screen',
    set: pro,
    spent: period('0.165', 5),
    act: async ({ element, settled }) => {
      const first = () => element.shadowRoot.querySelector('[part~="strip-picture"]');
      await settled(first);
      first().click();
    },
  },
  compare: {
    says: 'two of the last pictures beside each other',
    set: pro,
    spent: period('0.165', 5),
    act: async ({ element, settled }) => {
      const find = (part) => element.shadowRoot.querySelector(`[part~="${part}"]`);
      await settled(() => find('strip-picture'));
      find('strip-picture').click();
      find('compare').click();
    },
  },
  found: {
    says: 'kept pictures, found by their prompts',
    set: pro,
    spent: period('0.165', 5),
    act: async ({ element, inside, settled }) => {
      inside.actions.toggle('gallery', true);
      const search = () => element.shadowRoot.querySelector('[part~="gallery-search"]');
      await settled(search);
      search().value = 'night';
      search().dispatchEvent(new Event('input'));
    },
  },
  forgotten: {
    says: 'a picture was forgotten and can come back',
    set: pro,
    spent: period('0.165', 5),
    act: async ({ element, inside, settled }) => {
      inside.actions.toggle('gallery', true);
      const forget = () => element.shadowRoot.querySelector('[part~="forget"]');
      await settled(forget);
      forget().click();
      await element.updateComplete;
      forget().click();
      await settled(() => element.shadowRoot.querySelector('.undo:not([hidden])'));
    },
  },
  german: {
    says: 'other words, other digits',
    lang: 'de',
    set: {
      ...own,
      prompt: 'Ein Leuchtturm im Nebel, Risografie in zwei Farben',
      count: 2,
      size: '2048x2048',
    },
    payer: key,
    spent: period('0.135', 4),
    limits: { session: '1' },
    act: ({ inside }) => inside.actions.toggle('receipt', true),
  },
  japanese: {
    says: 'no spaces, wide signs',
    lang: 'ja',
    set: { ...pro, prompt: '霧の中の灯台、二色刷りのリソグラフ', count: 2 },
    spent: period('0.165', 5),
    limits: { session: '1' },
    act: async (scene) => {
      const { finish, done } = await stageOf(scene);
      scene.inside.actions.toggle('receipt', true);
      finish([await done(0), await done(1)]);
    },
  },
  arabic: {
    says: 'from right to left',
    lang: 'ar',
    set: { ...own, prompt: 'منارة في الضباب، طباعة ريزو بلونين' },
    payer: key,
    spent: period('0.135', 4),
    limits: { session: '1' },
    act: async (scene) => {
      const { finish, done } = await stageOf(scene);
      scene.inside.actions.toggle('receipt', true);
      finish([await done(0)]);
    },
  },
  compact: { says: 'without the strip at the foot', set: { ...pro, compact: true } },
};

const withShelf = ['gallery', 'found', 'strip', 'large', 'compare', 'forgotten'];

async function shelfOf(paint) {
  const kept = await Promise.all(
    [
      ['a fox in snow', 1024, 768],
      ['harbour at night', 768, 1024],
      [prompt, 1024, 1024],
    ].map(async ([words, width, height], index) => ({
      facts: {
        id: `kept-${index}`,
        at: now - index * 86_400_000,
        provider: 'puter',
        model: 'flux-2-pro',
        width,
        height,
        cost: '0.03',
        seed: index,
        type: 'image/png',
        bytes: 1,
        ...(index ? { prompt: words } : {}),
      },
      blob: await paint(words, index, width, height),
    })),
  );
  return {
    list: () => Promise.resolve(kept.map(({ facts }) => facts)),
    blob: (id) => Promise.resolve(kept.find(({ facts }) => facts.id === id)?.blob),
    pin: () => Promise.resolve(),
    forget: () => Promise.resolve(),
    forgetAll: () => Promise.resolve(),
    subscribe: () => () => undefined,
  };
}

/**
 * Puts a scene on the page; resolves the element once everything it shows is there. One scene per
 * page.
 */
export async function show(name, { place, paint, catalogue, insideOf }) {
  const {
    set,
    says: _says,
    payer = ada,
    spent = period(),
    simulated = period(),
    limits = {},
    health = 'ok',
    lines = [],
    offline,
    lang,
    recovered,
    act,
  } = scenes[name];
  await customElements.whenDefined('user-pays-image');
  const element = document.createElement('user-pays-image');
  const inside = insideOf(element);
  const page = inside.checkout.page;
  const until = name === 'rate-limited' ? Date.now() - now : 0;
  const clock = { ...page.clock, now: () => (until ? Date.now() - until : now) };
  const tally = tallyOf(spent, simulated);
  const journal = {
    loaded: true,
    ready: Promise.resolve(),
    entry: (id) => lines.find((one) => one.id === id),
    underWay: () => lines.filter(({ standing }) => standing === 'accepted'),
    tally: () => tally,
    health: () => health,
    readerCaps: () => limits,
    entries: () => lines,
    // Three earlier pictures, nine seconds each: the widget has learned how long one takes.
    times: () => [9000, 9000, 9000],
    subscribe: () => () => undefined,
    setReaderCaps: () => Promise.resolve(),
  };
  // What the reader's first touch would bring: what other sources say of the same prices.
  page.prices.set(catalogue);
  Object.assign(page, { clock, journal, recovered: listenable([]) });
  globalThis[pageWide('purchase-services')] = Object.assign(Object.create(page), {
    account: () => payer,
    touched: () => undefined,
    recover: () => Promise.resolve(),
    caps: () => ({}),
    pictures: withShelf.includes(name) ? await shelfOf(paint) : undefined,
    urlOf: (blob) => URL.createObjectURL(blob),
    buy: () => new Promise(() => undefined),
  });
  Object.defineProperty(navigator, 'onLine', { value: !offline, configurable: true });
  Object.assign(document.documentElement, {
    lang: lang ?? 'en',
    dir: lang === 'ar' ? 'rtl' : 'ltr',
  });
  Object.assign(element, set);
  await inside.checkout.services();
  place.append(element);
  inside.touched();
  if (recovered) page.recovered.set(await recovered({ element, inside, paint }));
  const settled = async (ready) => {
    const begun = performance.now();
    while (!ready()) {
      if (performance.now() - begun > 30_000)
        throw new Error(`the scene ${name} never came to rest: ${String(ready)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await element.updateComplete;
  };
  await settled(
    () =>
      inside.parts.here.deferred &&
      inside.checkout.tally &&
      (!lang || inside.model(lang).terms.tag.startsWith(lang)),
  );
  await act?.({ element, inside, paint, settled });
  element.requestUpdate();
  await settled(
    () => inside.checkout.references.sizes.every(({ width }) => width > 0) || name === 'quoting',
  );
  const pictures = () => [...element.shadowRoot.querySelectorAll('img')];
  // One that shows nothing gives way to words in a moment.
  const isSeen = () => pictures().every((img) => img.complete && img.naturalWidth > 0);
  const tools = () =>
    !pictures().some((img) => img.matches('[part~="image"], [part~="kept"]')) ||
    element.shadowRoot.querySelector('.tools');
  await settled(
    () =>
      tools() &&
      (!withShelf.includes(name) || pictures().length > 2) &&
      (name !== 'drafts' || element.shadowRoot.querySelector('.plan')) &&
      isSeen(),
  );
  await Promise.all(pictures().map((img) => img.decode().catch(() => undefined)));
  return element;
}
