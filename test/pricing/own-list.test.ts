import { expect } from 'chai';
import { compare, price, quote } from '../../src/pricing/index.js';
import type { ImageRequest, Quote, QuoteOptions, Source } from '../../src/pricing/index.js';
import { ownList } from './own-list.js';

const own = ownList();

function said(source: string, says: string): Source {
  return { ...own.sources[source]!, says };
}

/** What was charged for one picture on a day, and what was listed then. */
function charged(amount: string, on: string): QuoteOptions {
  return {
    at: Date.parse('2026-11-22'),
    observed: () => ({ charged: amount, listed: '0.04', on }),
  };
}

type Answer = Omit<Quote, 'request' | 'currency'>;

/** Each with all that is told of it. */
const quotes: readonly (readonly [
  title: string,
  more: Partial<ImageRequest>,
  options: QuoteOptions,
  answer: Omit<Answer, 'total' | 'exactness'> & Partial<Answer> & { readonly exactness: string },
])[] = [
  [
    'names all who say the same, and all who say otherwise with the reason',
    { model: 'argued' },
    {},
    {
      id: 'studio/argued//1024x1024/1///=0.04-0.04',
      total: { low: '0.04', high: '0.04' },
      exactness: 'exact',
      lines: [
        { key: 'picture', label: 'Picture', quantity: '1', unitPrice: '0.04', amount: '0.04' },
      ],
      sources: [said('page', 'four cents'), said('twin', 'the same')],
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [
        { source: said('old', 'once'), total: '0.045', low: '0.04', why: 'Read earlier' },
        { source: said('blog', 'they say'), total: '0.05', why: 'Not as close to the bill' },
        { source: said('blog', 'a guess'), total: '0.06', why: 'Never true' },
      ],
      hints: [],
    },
  ],
  [
    'takes no price for edits, and no guess, for more than that',
    { model: 'argued', references: [{ width: 1, height: 1 }] },
    {},
    {
      id: 'studio/argued//1024x1024/1/1x1//=0.04-0.04',
      total: { low: '0.04', high: '0.04' },
      exactness: 'exact',
      lines: [
        { key: 'picture', label: 'Picture', quantity: '1', unitPrice: '0.04', amount: '0.04' },
      ],
      sources: [said('page', 'four cents'), said('twin', 'the same')],
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [
        { source: said('old', 'once'), total: '0.045', low: '0.04', why: 'Read earlier' },
        { source: said('old', 'for edits'), total: '0.07', why: 'Read earlier' },
        { source: said('blog', 'they say'), total: '0.05', why: 'Not as close to the bill' },
        { source: said('blog', 'a guess'), total: '0.06', why: 'Never true' },
      ],
      hints: [],
    },
  ],
  [
    'counts a range for every picture',
    { model: 'ranged', count: 2 },
    {},
    {
      id: 'studio/ranged//1024x1024/2///=0.04-0.08',
      total: { low: '0.04', high: '0.08' },
      exactness: 'range',
      lines: [
        { key: 'picture', label: 'Picture', quantity: '2', unitPrice: '0.04', amount: '0.08' },
      ],
      sources: [said('page', 'four cents')],
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [
        { source: said('old', 'four cents'), total: '0.1', low: '0.04', why: 'Read earlier' },
      ],
      hints: [],
    },
  ],
  [
    'is a range between what two say of whom nobody knows who is right',
    { model: 'doubtful' },
    {},
    {
      id: 'studio/doubtful//1024x1024/1///=0.04-0.05',
      total: { low: '0.04', high: '0.05' },
      exactness: 'range',
      lines: [
        { key: 'picture', label: 'Picture', quantity: '1', unitPrice: '0.05', amount: '0.05' },
      ],
      sources: [said('page', 'four cents')],
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [{ source: said('blog', 'four cents'), total: '0.05', why: 'Older' }],
      hints: [],
    },
  ],
  [
    'is unknown where the model is gone, and tells what was wrong about it',
    { model: 'gone' },
    {},
    {
      id: 'studio/gone//1024x1024/1///=not-hosted',
      exactness: 'unknown',
      lines: [],
      sources: [],
      problem: { code: 'not-hosted', text: 'The gone: withdrawn' },
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [{ source: said('page', 'four cents'), total: '0.06', why: 'Never true' }],
      hints: [],
    },
  ],
  [
    'is unknown where nobody tells a price',
    { model: 'unpriced' },
    {},
    {
      id: 'studio/unpriced//1024x1024/1///=no-price',
      exactness: 'unknown',
      lines: [],
      sources: [],
      problem: { code: 'no-price', text: 'No source tells what The unpriced costs' },
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [],
      hints: [],
    },
  ],
  [
    'says which colour of a mask may change',
    { model: 'masked' },
    {},
    {
      id: 'studio/masked//1024x1024/1///=0.04-0.04',
      total: { low: '0.04', high: '0.04' },
      exactness: 'exact',
      lines: [
        { key: 'picture', label: 'Picture', quantity: '1', unitPrice: '0.04', amount: '0.04' },
      ],
      sources: [said('page', 'four cents')],
      traits: { pixels: 'exact', references: 2, seed: true, mask: 'black', needsMask: true },
      conflicts: [],
      hints: [],
    },
  ],
  [
    'is free where the list says so',
    { model: 'free' },
    {},
    {
      id: 'studio/free//1024x1024/1///=0-0',
      total: { low: '0', high: '0' },
      exactness: 'exact',
      lines: [{ key: 'picture', label: 'Picture', quantity: '1', unitPrice: '0', amount: '0' }],
      sources: [said('page', 'four cents')],
      traits: { pixels: 'exact', references: 2, seed: false },
      free: true,
      conflicts: [],
      hints: [],
    },
  ],
  [
    'is not free with a reference that costs something',
    { model: 'free', references: [{ width: 8, height: 8 }] },
    {},
    {
      id: 'studio/free//1024x1024/1/8x8//=0.01-0.01',
      total: { low: '0.01', high: '0.01' },
      exactness: 'exact',
      lines: [
        { key: 'picture', label: 'Picture', quantity: '1', unitPrice: '0', amount: '0' },
        { key: 'reference', label: 'Reference', quantity: '1', unitPrice: '0.01', amount: '0.01' },
      ],
      sources: [said('page', 'four cents')],
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [],
      hints: [],
    },
  ],
  [
    'says what the account must hold',
    { model: 'gate', count: 3 },
    {},
    {
      id: 'studio/gate//1024x1024/3///=0.006-0.027',
      total: { low: '0.006', high: '0.027' },
      exactness: 'range',
      lines: [
        { key: 'seconds', label: 'Seconds', quantity: '27', unitPrice: '0.001', amount: '0.027' },
      ],
      sources: [said('page', 'four cents')],
      traits: { pixels: 'exact', references: 2, seed: false },
      holds: '0.18',
      conflicts: [],
      hints: [],
    },
  ],
  [
    'says which smaller size saves a row of tiles',
    { model: 'steps', width: 2000, height: 1040 },
    {},
    {
      id: 'studio/steps//2000x1040/1///=0.014-0.014',
      total: { low: '0.014', high: '0.014' },
      exactness: 'exact',
      lines: [
        { key: 'tiles', label: 'Tiles', quantity: '12', unitPrice: '0.001', amount: '0.012' },
        { key: 'steps', label: 'Steps', quantity: '4', unitPrice: '0.0005', amount: '0.002' },
      ],
      sources: [said('page', 'four cents')],
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [],
      hints: [
        {
          kind: 'cliff',
          saving: '0.004',
          text: '2000×1024 instead of 2000×1040 saves $0.0040',
          facts: { width: '2000', height: '1024' },
        },
      ],
    },
  ],
  [
    'says which of two smaller sizes is the larger',
    { model: 'steps', width: 1040, height: 1032 },
    {},
    {
      id: 'studio/steps//1040x1032/1///=0.011-0.011',
      total: { low: '0.011', high: '0.011' },
      exactness: 'exact',
      lines: [
        { key: 'tiles', label: 'Tiles', quantity: '9', unitPrice: '0.001', amount: '0.009' },
        { key: 'steps', label: 'Steps', quantity: '4', unitPrice: '0.0005', amount: '0.002' },
      ],
      sources: [said('page', 'four cents')],
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [],
      hints: [
        {
          kind: 'cliff',
          saving: '0.003',
          text: '1040×1024 instead of 1040×1032 saves $0.0030',
          facts: { width: '1040', height: '1024' },
        },
      ],
    },
  ],
  [
    'names the nearest size that is made, of one that is not',
    { model: 'steps', width: 1100, height: 1040 },
    {},
    {
      id: 'studio/steps//1100x1040/1///=off-grid',
      exactness: 'unknown',
      lines: [],
      sources: [],
      problem: { code: 'off-grid', text: 'multiples of 8 pixels' },
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [],
      hints: [
        {
          kind: 'snap',
          text: '1104×1040 is the nearest size The steps makes',
          facts: { width: '1104', height: '1040' },
        },
      ],
    },
  ],
  [
    'names a size that differs in one side only',
    { model: 'steps', width: 1024, height: 1001 },
    {},
    {
      id: 'studio/steps//1024x1001/1///=off-grid',
      exactness: 'unknown',
      lines: [],
      sources: [],
      problem: { code: 'off-grid', text: 'multiples of 8 pixels' },
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [],
      hints: [
        {
          kind: 'snap',
          text: '1024×1000 is the nearest size The steps makes',
          facts: { width: '1024', height: '1000' },
        },
      ],
    },
  ],
  [
    'says that a shape comes at another size',
    { model: 'ratio', width: 1000, height: 800 },
    {},
    {
      id: 'studio/ratio//1000x800/1///=0.04-0.04',
      total: { low: '0.04', high: '0.04' },
      exactness: 'exact',
      lines: [
        { key: 'picture', label: 'Picture', quantity: '1', unitPrice: '0.04', amount: '0.04' },
      ],
      sources: [said('page', 'four cents')],
      traits: { pixels: 'ratio', references: 2, seed: false },
      conflicts: [],
      hints: [
        {
          kind: 'snap',
          text: 'Comes in about this shape, at about 2 megapixels',
          facts: { megapixels: '2' },
        },
      ],
    },
  ],
  [
    'says that a shape comes about so, where the size is right but not the shape',
    { model: 'ratio', width: 1600, height: 1312 },
    {},
    {
      id: 'studio/ratio//1600x1312/1///=0.04-0.04',
      total: { low: '0.04', high: '0.04' },
      exactness: 'exact',
      lines: [
        { key: 'picture', label: 'Picture', quantity: '1', unitPrice: '0.04', amount: '0.04' },
      ],
      sources: [said('page', 'four cents')],
      traits: { pixels: 'ratio', references: 2, seed: false },
      conflicts: [],
      hints: [
        {
          kind: 'snap',
          text: 'Comes in about this shape, at about 2 megapixels',
          facts: { megapixels: '2' },
        },
      ],
    },
  ],
  [
    'says nothing of a shape that is kept',
    { model: 'ratio', width: 1448, height: 1448 },
    {},
    {
      id: 'studio/ratio//1448x1448/1///=0.04-0.04',
      total: { low: '0.04', high: '0.04' },
      exactness: 'exact',
      lines: [
        { key: 'picture', label: 'Picture', quantity: '1', unitPrice: '0.04', amount: '0.04' },
      ],
      sources: [said('page', 'four cents')],
      traits: { pixels: 'ratio', references: 2, seed: false },
      conflicts: [],
      hints: [],
    },
  ],
  [
    'says what a reference of one megapixel would save',
    {
      model: 'fitted',
      width: 1000,
      height: 1000,
      references: [
        { width: 1000, height: 1000 },
        { width: 2000, height: 1000 },
      ],
    },
    {},
    {
      id: 'studio/fitted//1000x1000/1/1000x1000+2000x1000//=0.029-0.029',
      total: { low: '0.029', high: '0.029' },
      exactness: 'exact',
      lines: [
        {
          key: 'megapixels',
          label: 'Megapixels',
          quantity: '1',
          unitPrice: '0.02',
          amount: '0.02',
        },
        {
          key: 'reference',
          label: 'Reference 1000×1000',
          quantity: '1',
          unitPrice: '0.003',
          amount: '0.003',
          detail: '1000×1000',
        },
        {
          key: 'reference',
          label: 'Reference 2000×1000',
          quantity: '2',
          unitPrice: '0.003',
          amount: '0.006',
          detail: '2000×1000',
        },
      ],
      sources: [said('page', 'four cents')],
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [],
      hints: [
        {
          kind: 'reference',
          saving: '0.003',
          text: 'References of one megapixel (1414×707 instead of 2000×1000) save $0.0030',
          facts: { width: '1414', height: '707', pixels: '1000000' },
        },
      ],
    },
  ],
  [
    'says nothing of references that are small enough',
    { model: 'fitted', width: 1000, height: 1000, references: [{ width: 1000, height: 1000 }] },
    {},
    {
      id: 'studio/fitted//1000x1000/1/1000x1000//=0.023-0.023',
      total: { low: '0.023', high: '0.023' },
      exactness: 'exact',
      lines: [
        {
          key: 'megapixels',
          label: 'Megapixels',
          quantity: '1',
          unitPrice: '0.02',
          amount: '0.02',
        },
        {
          key: 'reference',
          label: 'Reference 1000×1000',
          quantity: '1',
          unitPrice: '0.003',
          amount: '0.003',
          detail: '1000×1000',
        },
      ],
      sources: [said('page', 'four cents')],
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [],
      hints: [],
    },
  ],
  [
    'says what it takes from the wallet',
    { model: 'topped' },
    {},
    {
      id: 'studio/topped//1024x1024/1///=0.04-0.04',
      total: { low: '0.04', high: '0.04' },
      exactness: 'exact',
      lines: [
        { key: 'picture', label: 'Picture', quantity: '1', unitPrice: '0.04', amount: '0.04' },
      ],
      sources: [said('page', 'four cents')],
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [],
      hints: [
        {
          kind: 'top-up',
          text: 'Costs your wallet $0.043: 5 % of a top-up is a fee, and $10.00 is the least',
          facts: { wallet: '0.042105263158', share: '0.05', least: '10' },
        },
      ],
    },
  ],
  [
    'takes the cheaper route',
    { model: 'routed' },
    {},
    {
      id: 'studio/routed/west/1024x1024/1///=0.02-0.02',
      total: { low: '0.02', high: '0.02' },
      exactness: 'exact',
      lines: [
        { key: 'picture', label: 'Picture', quantity: '1', unitPrice: '0.02', amount: '0.02' },
      ],
      sources: [said('page', 'four cents')],
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [],
      hints: [],
    },
  ],
  [
    'takes the route that was asked for',
    { model: 'routed', route: 'east' },
    {},
    {
      id: 'studio/routed/east/1024x1024/1///=0.03-0.03',
      total: { low: '0.03', high: '0.03' },
      exactness: 'exact',
      lines: [
        { key: 'picture', label: 'Picture', quantity: '1', unitPrice: '0.03', amount: '0.03' },
      ],
      sources: [said('page', 'four cents')],
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [],
      hints: [],
    },
  ],
  [
    'is old after two months, and says so',
    { model: 'argued' },
    { at: Date.parse('2027-06-01') },
    {
      id: 'studio/argued//1024x1024/1///=0.04-0.04',
      total: { low: '0.04', high: '0.04' },
      exactness: 'range',
      lines: [
        { key: 'picture', label: 'Picture', quantity: '1', unitPrice: '0.04', amount: '0.04' },
      ],
      sources: [said('page', 'four cents'), said('twin', 'the same')],
      traits: { pixels: 'exact', references: 2, seed: false },
      asOf: '2026-11-20',
      conflicts: [
        { source: said('old', 'once'), total: '0.045', low: '0.04', why: 'Read earlier' },
        { source: said('blog', 'they say'), total: '0.05', why: 'Not as close to the bill' },
        { source: said('blog', 'a guess'), total: '0.06', why: 'Never true' },
      ],
      hints: [
        {
          kind: 'stale',
          text: 'Price read 193 days ago, on 2026-11-20',
          facts: { days: '193', readOn: '2026-11-20' },
        },
      ],
    },
  ],
  [
    'is at most what was charged, where that was more',
    { model: 'ranged' },
    charged('0.05', '2026-11-20'),
    {
      id: 'studio/ranged//1024x1024/1///=0.02-0.05',
      total: { low: '0.02', high: '0.05' },
      exactness: 'range',
      lines: [
        { key: 'picture', label: 'Picture', quantity: '1', unitPrice: '0.04', amount: '0.04' },
        {
          key: 'correction',
          label: 'As charged before',
          quantity: '1',
          unitPrice: '0.01',
          amount: '0.01',
        },
      ],
      sources: [
        {
          name: 'What was charged here before',
          url: 'https://studio.example/',
          readOn: '2026-11-20',
          kind: 'provider',
          by: 'charge',
          says: '$0.050 a picture charged on 2026-11-20, $0.040 listed',
        },
      ],
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [
        {
          source: said('page', 'four cents'),
          total: '0.04',
          low: '0.02',
          why: 'Charged otherwise in this browser',
        },
        { source: said('old', 'four cents'), total: '0.05', low: '0.02', why: 'Read earlier' },
      ],
      hints: [
        {
          kind: 'charged',
          text: '$0.050 a picture charged on 2026-11-20, $0.040 listed',
          facts: { charged: '0.05', listed: '0.04', readOn: '2026-11-20' },
        },
      ],
    },
  ],
  [
    'is at least what was charged, where that was less',
    { model: 'ranged' },
    charged('0.03', '2026-11-20'),
    {
      id: 'studio/ranged//1024x1024/1///=0.03-0.04',
      total: { low: '0.03', high: '0.04' },
      exactness: 'range',
      lines: [
        { key: 'picture', label: 'Picture', quantity: '1', unitPrice: '0.04', amount: '0.04' },
      ],
      sources: [
        {
          name: 'What was charged here before',
          url: 'https://studio.example/',
          readOn: '2026-11-20',
          kind: 'provider',
          by: 'charge',
          says: '$0.030 a picture charged on 2026-11-20, $0.040 listed',
        },
      ],
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [
        {
          source: said('page', 'four cents'),
          total: '0.04',
          low: '0.02',
          why: 'Charged otherwise in this browser',
        },
        { source: said('old', 'four cents'), total: '0.05', low: '0.02', why: 'Read earlier' },
      ],
      hints: [
        {
          kind: 'charged',
          text: '$0.030 a picture charged on 2026-11-20, $0.040 listed',
          facts: { charged: '0.03', listed: '0.04', readOn: '2026-11-20' },
        },
      ],
    },
  ],
  [
    'is what was charged, where that was the most',
    { model: 'ranged' },
    charged('0.04', '2026-11-20'),
    {
      id: 'studio/ranged//1024x1024/1///=0.04-0.04',
      total: { low: '0.04', high: '0.04' },
      exactness: 'range',
      lines: [
        { key: 'picture', label: 'Picture', quantity: '1', unitPrice: '0.04', amount: '0.04' },
      ],
      sources: [
        {
          name: 'What was charged here before',
          url: 'https://studio.example/',
          readOn: '2026-11-20',
          kind: 'provider',
          by: 'charge',
          says: '$0.040 a picture charged on 2026-11-20, $0.040 listed',
        },
      ],
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [
        {
          source: said('page', 'four cents'),
          total: '0.04',
          low: '0.02',
          why: 'Charged otherwise in this browser',
        },
        { source: said('old', 'four cents'), total: '0.05', low: '0.02', why: 'Read earlier' },
      ],
      hints: [
        {
          kind: 'charged',
          text: '$0.040 a picture charged on 2026-11-20, $0.040 listed',
          facts: { charged: '0.04', listed: '0.04', readOn: '2026-11-20' },
        },
      ],
    },
  ],
  [
    'is at least what was charged, also below the list',
    { model: 'ranged' },
    charged('0.01', '2026-11-20'),
    {
      id: 'studio/ranged//1024x1024/1///=0.01-0.04',
      total: { low: '0.01', high: '0.04' },
      exactness: 'range',
      lines: [
        { key: 'picture', label: 'Picture', quantity: '1', unitPrice: '0.04', amount: '0.04' },
      ],
      sources: [
        {
          name: 'What was charged here before',
          url: 'https://studio.example/',
          readOn: '2026-11-20',
          kind: 'provider',
          by: 'charge',
          says: '$0.010 a picture charged on 2026-11-20, $0.040 listed',
        },
      ],
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [
        {
          source: said('page', 'four cents'),
          total: '0.04',
          low: '0.02',
          why: 'Charged otherwise in this browser',
        },
        { source: said('old', 'four cents'), total: '0.05', low: '0.02', why: 'Read earlier' },
      ],
      hints: [
        {
          kind: 'charged',
          text: '$0.010 a picture charged on 2026-11-20, $0.040 listed',
          facts: { charged: '0.01', listed: '0.04', readOn: '2026-11-20' },
        },
      ],
    },
  ],
  [
    'is the list’s where the charge is of the day after tomorrow',
    { model: 'ranged' },
    charged('0.05', '2026-11-24'),
    {
      id: 'studio/ranged//1024x1024/1///=0.02-0.04',
      total: { low: '0.02', high: '0.04' },
      exactness: 'range',
      lines: [
        { key: 'picture', label: 'Picture', quantity: '1', unitPrice: '0.04', amount: '0.04' },
      ],
      sources: [said('page', 'four cents')],
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [
        { source: said('old', 'four cents'), total: '0.05', low: '0.02', why: 'Read earlier' },
      ],
      hints: [],
    },
  ],
  [
    'is what was charged also where that was tomorrow, by the reader’s clock',
    { model: 'ranged' },
    charged('0.05', '2026-11-23'),
    {
      id: 'studio/ranged//1024x1024/1///=0.02-0.05',
      total: { low: '0.02', high: '0.05' },
      exactness: 'range',
      lines: [
        { key: 'picture', label: 'Picture', quantity: '1', unitPrice: '0.04', amount: '0.04' },
        {
          key: 'correction',
          label: 'As charged before',
          quantity: '1',
          unitPrice: '0.01',
          amount: '0.01',
        },
      ],
      sources: [
        {
          name: 'What was charged here before',
          url: 'https://studio.example/',
          readOn: '2026-11-23',
          kind: 'provider',
          by: 'charge',
          says: '$0.050 a picture charged on 2026-11-23, $0.040 listed',
        },
      ],
      traits: { pixels: 'exact', references: 2, seed: false },
      conflicts: [
        {
          source: said('page', 'four cents'),
          total: '0.04',
          low: '0.02',
          why: 'Charged otherwise in this browser',
        },
        { source: said('old', 'four cents'), total: '0.05', low: '0.02', why: 'Read earlier' },
      ],
      hints: [
        {
          kind: 'charged',
          text: '$0.050 a picture charged on 2026-11-23, $0.040 listed',
          facts: { charged: '0.05', listed: '0.04', readOn: '2026-11-23' },
        },
      ],
    },
  ],
];

describe('the price of a model that a list says odd things about', () => {
  for (const [title, more, options, answer] of quotes)
    it(title, () => {
      const asked = { provider: 'studio', model: '', width: 1024, height: 1024, ...more };
      const { request, currency, ...told } = quote(asked, { prices: own, ...options });
      expect(currency).to.equal('USD');
      expect(request).to.deep.include(asked);
      expect(JSON.parse(JSON.stringify(told)), 'as data').to.deep.equal(answer);
      const { conflicts: _conflicts, hints: _hints, sources, ...rest } = answer;
      const short = price(asked, { prices: own, ...options });
      expect(JSON.parse(JSON.stringify(short))).to.deep.include(rest);
      expect(short.sources).to.deep.equal(sources.slice(0, 1));
    });
});

describe('a question that has no price', () => {
  const asked = { provider: 'sandbox', model: 'nothing', width: 1024, height: 1024 };

  it('is about play money also where the sandbox does not know the model', () => {
    expect(quote(asked, { prices: own })).to.include({ simulated: true, exactness: 'unknown' });
    expect(
      quote({ ...asked, provider: 'studio', route: 'x', model: 'routed' }, { prices: own }),
    ).to.not.have.property('simulated');
  });

  it('is answered whatever a script hands over beside it', () => {
    const toy = { ...asked, model: 'toy' };
    for (const odd of [{ observed: 7 }, { at: 'now' }, { unitPrice: undefined }])
      expect(
        quote(toy, { prices: own, ...odd } as unknown as QuoteOptions).total,
        JSON.stringify(odd),
      ).to.deep.equal({ low: '0.001', high: '0.001' });
    for (const prices of [7, 'list', true, {}])
      expect(quote(toy, { prices } as unknown as QuoteOptions).problem).to.deep.include({
        code: 'bad-price-list',
      });
    expect(quote(toy, { prices: 7 } as unknown as QuoteOptions).problem?.text).to.equal(
      'The price list can’t be read: The list is not an object',
    );
  });
});

describe('a comparison over a page’s own list', () => {
  const ids = (more: Partial<ImageRequest>, options: QuoteOptions = {}): string[] =>
    compare({ width: 1024, height: 1024, ...more }, { prices: own, ...options }).map(
      ({ request: { model, route = '' }, total }) =>
        [model, route, total?.low, total?.high].filter(Boolean).join(' '),
    );
  const studio = [
    'free 0 0',
    'steps 0.006 0.006',
    'gate 0.002 0.009',
    'routed west 0.02 0.02',
    'routed east 0.03 0.03',
    'ranged 0.02 0.04',
    'argued 0.04 0.04',
    'masked 0.04 0.04',
    'ratio 0.04 0.04',
    'fitted 0.04 0.04',
    'topped 0.04 0.04',
    'doubtful 0.04 0.05',
  ];
  const without = ['gone', 'unpriced'];

  it('has the cheapest first, those without a price last, and neither toys nor “any model”', () => {
    expect(ids({})).to.deep.equal([...studio, ...without]);
  });

  it('has a server of one’s own where its price is told, by the request or the page', () => {
    const all = [...studio, 'own 0.5 0.5', ...without];
    expect(ids({ unitPrice: '0.5' })).to.deep.equal(all);
    expect(ids({}, { unitPrice: '0.5' })).to.deep.equal(all);
    expect(ids({ unitPrice: '0.5' }, { unitPrice: '9' })).to.deep.equal(all);
  });

  it('has one route only where one is asked for', () => {
    expect(ids({ route: 'east' })).to.deep.equal(['routed east 0.03 0.03']);
    expect(ids({ route: 'south' })).to.deep.equal([]);
  });

  it('says the low end first of two that cost the same at most', () => {
    const list = { ...own, offers: [...own.offers].reverse() };
    const made = compare({ width: 1024, height: 1024 }, { prices: list }).flatMap(
      ({ request: { model }, total }) => (total?.high === '0.04' ? [model] : []),
    );
    expect(made[0]).to.equal('ranged');
    expect(made).to.have.length(6);
  });
});
