import { expect } from 'chai';
import type { ScriptedReply } from '../contract/scripted-fetch.js';
import { payingPage, pictureReply, type PayingPage } from '../support/paying.js';
import { until } from '../support/until.js';

/** Refuses the parameter, and makes the picture without it. */
const refused: readonly (readonly [endpoint: string, reply: ScriptedReply])[] = [
  [
    'http://127.0.0.1:9',
    {
      status: 400,
      json: {
        error: { message: "Unknown parameter: 'response_format'.", param: 'response_format' },
      },
    },
  ],
  [
    'http://127.0.0.1:10',
    {
      status: 422,
      json: { detail: [{ loc: ['body', 'response_format'], msg: 'extra fields not permitted' }] },
    },
  ],
  ['http://127.0.0.1:11', { status: 400, text: 'response_format is not supported by this model' }],
];

describe('a parameter that a server of one’s own refuses', () => {
  let page: PayingPage;
  let refusal: ScriptedReply = { status: 500 };
  beforeEach(() => {
    page = payingPage(({ method, body }) =>
      method === 'POST' && body.includes('response_format') ? refusal : pictureReply,
    );
  });
  afterEach(() => page.close());

  for (const [endpoint, reply] of refused)
    it(`is left out at the next press, and nothing is sent twice by one press (${reply.status}, ${endpoint})`, async () => {
      refusal = reply;
      const shown = await page.widget({ endpoint, model: 'house-painter' });
      await shown.element.generate().catch(() => undefined);
      expect(page.posts).to.have.length(1);
      const said = shown.text('error');
      expect(said).to.match(/^Not charged\. /);
      expect(said).to.contain(
        'does not take a part of this request. It is left out from now on: press again.',
      );
      await shown.element.generate();
      await until(() => shown.images.length === 1);
      expect(page.posts.map(({ body }) => body.includes('response_format'))).to.deep.equal([
        true,
        false,
      ]);
      // Another model of the same server is asked as before.
      const other = await page.widget({ endpoint, model: 'other-painter' });
      await other.element.generate().catch(() => undefined);
      expect(page.posts.at(-1)?.body).to.contain('response_format');
    });

  it('stays where the request was refused for something else', async () => {
    refusal = {
      status: 422,
      json: {
        detail: [
          { loc: ['body', 'size'], msg: 'no such size', input: { response_format: 'b64_json' } },
        ],
      },
    };
    const shown = await page.widget({ endpoint: 'http://127.0.0.1:12', model: 'house-painter' });
    for (const nth of [1, 2]) {
      await shown.element.generate().catch(() => undefined);
      expect(page.posts).to.have.length(nth);
      expect(page.posts.at(-1)?.body).to.contain('response_format');
      expect(shown.text('error')).not.to.contain('left out');
    }
  });
});
