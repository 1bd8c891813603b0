import { expect } from 'chai';
import { aigateway } from '../../src/providers/aigateway.js';
import { bflAt } from '../../src/providers/bfl.js';
import { deepinfra } from '../../src/providers/deepinfra.js';
import { fal } from '../../src/providers/fal.js';
import { openrouter } from '../../src/providers/openrouter.js';
import { pollinations } from '../../src/providers/pollinations.js';
import { onePixel } from '../contract/recorded/picture.js';

function reply(body: unknown, headers: Record<string, string> = {}) {
  return { status: 200, headers, body, text: '' };
}

/** What was used, as an adapter reads it of a reply with the picture. */
const order = { prompt: '', width: 8, height: 8, references: [], model: 'flux-1-schnell' };
function orderedAt(adapter: typeof openrouter, body: unknown, headers?: Record<string, string>) {
  const outcome = adapter.readSubmit(reply(body, headers), order);
  return 'usage' in outcome ? outcome.usage?.amount : undefined;
}
const data = [{ b64_json: onePixel }];

/** As JSON writes floats, and what is meant. */
const floats = [
  [0.0039000000000000003, '0.0039'],
  [0.0002 * 3, '0.0006'],
  [0.1 + 0.2, '0.3'],
  [0.014000000000000002, '0.014'],
  [0.00019999999999999998, '0.0002'],
  [1.2345e-7, '0.00000012345'],
  ['1.5E-3', '0.0015'],
  ['+0.04', '0.04'],
] as const;

describe('money as providers write it', () => {
  for (const [float, meant] of floats)
    it(`${String(float)} is ${meant} wherever a provider says it`, () => {
      expect(orderedAt(openrouter, { data, usage: { cost: float } })).to.equal(meant);
      expect(orderedAt(aigateway, { data, usage: { cost: float } })).to.equal(meant);
      const status = { status: 'succeeded', cost: float };
      expect(orderedAt(deepinfra, { data, inference_status: status })).to.equal(meant);
      expect(
        pollinations.readCharges?.(
          reply({ usage: [{ cost_usd: float, cursor_event_id: 'a' }] }),
          order,
        ),
      ).to.deep.equal([{ id: 'a', usd: meant }]);
      const prices = [
        { endpoint_id: 'someone/else', unit_price: float, unit: 'images', currency: 'USD' },
      ];
      expect(fal.readPrices?.(reply({ prices }))?.[0]).to.include({ amount: meant });
      expect(pollinations.readBalance?.(reply({ balance: float }))).to.deep.equal({ usd: meant });
    });

  it('a fee and what the reader’s own supplier takes add up exactly', () => {
    for (const [fee, upstream, sum] of [
      [0.0039, 7.200000000000001e-7, '0.00390072'],
      [1.23e-7, 3.0000000000000004e-7, '0.000000423'],
      [0.0015, 0.03, '0.0315'],
    ] as const)
      expect(
        orderedAt(openrouter, {
          data,
          usage: { cost: fee, is_byok: true, cost_details: { upstream_inference_cost: upstream } },
        }),
      ).to.equal(sum);
  });

  it('an account in debt has nothing left', () => {
    for (const debt of [-4.07, -0.0023, '-6.5', -1e-7]) {
      expect(pollinations.readBalance?.(reply({ balance: debt }))?.usd).to.equal('0');
      expect(openrouter.readBalance?.(reply({ data: { limit_remaining: debt } }))?.usd).to.equal(
        '0',
      );
      expect(Number(bflAt().readBalance?.(reply({ credits: debt }))?.usd)).to.equal(0);
      expect(
        aigateway.readBalance?.(reply({ balance: debt, currency: 'USD' }))?.usd,
        'aigateway',
      ).to.equal('0');
    }
  });
});
