// Who may import whom: the table the folders of src/ live by. A path with an ending is a single
// file.
const everythingBelow = [
  'base',
  'pricing',
  'providers',
  'accounts',
  'spending',
  'generation',
  'pictures',
];

/** @type {Record<string, string[]>} */
export const mayImport = {
  base: [],
  pricing: ['base'],
  providers: ['base'],
  accounts: ['base'],
  spending: ['base', 'pricing/money.ts'],
  pictures: ['base'],
  generation: ['base', 'pricing', 'providers', 'accounts', 'spending', 'pictures'],
  checkout: everythingBelow,
  ui: [...everythingBelow, 'checkout'],
  define: ['ui', 'base'],
  server: ['base', 'pricing', 'checkout', 'ui'],
  cli: ['base', 'pricing', 'checkout', 'ui'],
};

const dom = [
  'window',
  'document',
  'customElements',
  'HTMLElement',
  'Element',
  'Image',
  'location',
  'history',
  'alert',
  'confirm',
  'prompt',
];
const storage = ['localStorage', 'sessionStorage'];

/**
 * Globals a room does without, and the files in it that may use some of them after all.
 * @type {Record<string, {never: string[], except?: Record<string, string[]>}>}
 */
export const globals = {
  base: { never: [...dom, ...storage, 'indexedDB', 'fetch'] },
  pricing: {
    never: [
      ...dom,
      ...storage,
      'indexedDB',
      'navigator',
      'fetch',
      'performance',
      'setTimeout',
      'setInterval',
      'crypto',
    ],
  },
  providers: {
    never: [...storage, 'fetch'],
    except: { 'http.ts': ['fetch'], 'read-image.ts': ['fetch'] },
  },
  accounts: { never: ['fetch'] },
  spending: { never: ['fetch', ...storage], except: { 'storage.ts': ['localStorage'] } },
  pictures: { never: ['fetch', ...storage] },
  generation: { never: ['fetch', ...storage, ...dom] },
  checkout: { never: ['fetch', ...storage, ...dom.filter((name) => name !== 'location')] },
  ui: { never: ['fetch', ...storage] },
  define: { never: ['fetch', ...storage] },
  server: { never: ['fetch', ...storage, 'indexedDB', 'navigator', ...dom] },
  cli: { never: ['fetch', ...storage, 'indexedDB', 'navigator', ...dom] },
};
