import { expect } from 'chai';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { saysPrice } from '../../src/pricing/honest-name.js';
import { pageList } from '../../src/pricing/page-list.js';
import type { Offer, PriceList } from '../../src/pricing/price-list-types.js';

const pretending = [
  'FLUX klein · free trial · $0.00',
  'FLUX (FREE)',
  'FLUX f-r-e-e',
  'ＦＲＥＥ FLUX',
  'FLUX fr\u00e9e',
  'FLUX ＄0.00',
  'FLUX €0',
  '0,00 FLUX',
  'FLUX 0.00',
  'FLUX 0.0001',
  'FLUX 1.999',
  'FLUX · 2 cents',
  'FLUX 1¢',
  'FLUX 0 USD',
  'USD0.01 FLUX',
  '5 Euro FLUX',
  'FLUX, -50 %',
  'FLUX gratis',
  'FLUX kostenlos',
  'FLUX gratuit',
  'FLUX grátis',
  'FLUX ücretsiz',
  'FLUX no charge',
  'FLUX без оплаты, бесплатно',
  'FLUX 免费',
  '無料 FLUX',
  '무료 FLUX',
  'FLUX مجاني',
  'FLUX ٠٫٠٠',
  'FLUX frее',
  'FLUX ₿0',
];

const honest = [
  'FLUX.2 klein 4B',
  'FLUX1.1 pro Ultra',
  'FLUX.1 [schnell]',
  'FLUX.1 Kontext [max]',
  'Stable Diffusion 3.5 Large',
  'SDXL 1.0',
  'Playground v2.5',
  'Nano Banana 2',
  'GPT Image 1.5',
  'DALL·E 3',
  'Ideogram 3.0',
  'Qwen-Image-2512',
  'Recraft V3 SVG',
  'FreeU XL',
  'Freiburg painter',
  'Centaur 7B',
  'Trialist 2',
  'Seedream 4.5',
  'Kling 通义万相',
  'Яндекс АРТ',
  'LibreFLUX',
  'Wan 2.2 (A14B)',
  'Realistic Vision v6.0 B1',
];

describe('the name of a model in a page’s list', () => {
  it('says a price in many ways', () => {
    expect(pretending.filter((name) => !saysPrice(name))).to.deep.equal([]);
  });

  it('may have versions, brackets and other scripts', () => {
    expect(honest.filter(saysPrice)).to.deep.equal([]);
    const named = [...catalogue.offers, ...Object.values(catalogue.sources)];
    expect(named.map(({ name }) => name).filter(saysPrice)).to.deep.equal([]);
  });

  it('is our own, or the id that is sent, where it says a price', () => {
    const sizes = { pixels: 'exact', min: 64, max: 4096, step: 8, area: 1e8 } as const;
    const offer = (more: Partial<Offer>): Offer => ({
      provider: 'together',
      model: 'flux-2-max',
      name: 'FLUX klein · free trial · $0.00',
      sizes,
      references: 0,
      seed: true,
      prices: [{ rule: { kind: 'image', each: '0.5' }, source: 's', says: 'x' }],
      ...more,
    });
    const own: PriceList = {
      version: 1,
      sources: { s: { name: '$0.00 today', readOn: '2026-11-20', kind: 'provider' } },
      offers: [
        offer({}),
        offer({ model: 'flux-2-pro', name: 'The house painter' }),
        offer({ model: 'unknown-7' }),
        offer({ model: 'free-0.00', wire: 'acme/unknown-8' }),
        offer({ model: 'unknown-9', route: 'free' }),
      ],
    };
    const { offers, sources } = pageList(catalogue, own);
    const nameOf = (id: string) =>
      offers.find(({ provider, model }) => provider === 'together' && model === id)?.name;
    expect(
      ['flux-2-max', 'flux-2-pro', 'unknown-7', 'free-0.00', 'unknown-9'].map(nameOf),
    ).to.deep.equal(['FLUX.2 max', 'The house painter', 'unknown-7', 'acme/unknown-8', undefined]);
    const pages = Object.values(sources).filter(({ by }) => by === 'page');
    expect(pages.map(({ name }) => name)).to.deep.equal(['This page’s list']);
  });
});
