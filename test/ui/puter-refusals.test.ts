import { expect } from 'chai';
import { puterPage, type PuterPage } from '../support/puter-page.js';
import { until } from '../support/until.js';
import type { ScriptedReply } from '../contract/scripted-fetch.js';
import type { WidgetDriver } from '../support/widget.js';

/** What one answer to the order makes a reader read. */
const answers: readonly (readonly [what: string, reply: ScriptedReply, said: string])[] = [
  [
    'an e-mail that is not confirmed',
    { status: 403, json: { error: 'Email not confirmed', code: 'email_confirmation_required' } },
    'Not charged. Confirm your e-mail at Puter, then press again.',
  ],
  [
    'the same in an older envelope',
    {
      status: 200,
      json: {
        success: false,
        error: { code: 'email_must_be_confirmed', message: 'No', status: 400 },
      },
    },
    'Not charged. Confirm your e-mail at Puter, then press again.',
  ],
  [
    'the same where only the words say it',
    { status: 403, json: { code: 'forbidden', message: 'Please verify your email address first' } },
    'Not charged. Confirm your e-mail at Puter, then press again.',
  ],
  [
    'a phone number to confirm',
    { status: 403, json: { code: 'phone_verification_required' } },
    'Not charged. Confirm your phone number at Puter, then press again.',
  ],
  [
    'a card to verify',
    { status: 403, json: { error: { code: 'card_verification_required' } } },
    'Not charged. Verify a card at Puter, then press again.',
  ],
  [
    'a suspended account',
    { status: 403, json: { code: 'account_suspended', message: 'Account suspended' } },
    'Not charged. Puter has suspended your account. Only Puter can lift that.',
  ],
  [
    'a plan that does not include it',
    { status: 402, json: { code: 'subscription_required', message: 'Subscribe' } },
    'Not charged. Puter makes this only for accounts with a paid plan.',
  ],
];

describe('what a reader is told of a refusal by Puter', () => {
  let page: PuterPage;
  beforeEach(() => {
    page = puterPage();
  });
  afterEach(() => page.close());

  const refused = async (reply: ScriptedReply, lang = 'en'): Promise<WidgetDriver> => {
    page.world.fates.push({ reply });
    const shown = await page.widget({ model: 'flux-2-pro', lang });
    await shown.element.generate().catch(() => undefined);
    await until(() => shown.text('error') !== '');
    return shown;
  };

  for (const [what, reply, said] of answers)
    it(`names what the account lacks, and links to Puter: ${what}`, async () => {
      const shown = await refused(reply);
      expect(shown.text('error')).to.contain(said);
      const link = shown.part<HTMLAnchorElement>('open-provider');
      expect([link?.textContent?.trim(), link?.href]).to.deep.equal([
        'Open Puter',
        'https://puter.com/',
      ]);
      expect(shown.part('top-up')).to.equal(null);
      expect(shown.part('answers')).to.equal(null);
    });

  it('says so in the reader’s language', async () => {
    const shown = await refused(
      { status: 403, json: { code: 'email_confirmation_required' } },
      'de',
    );
    await until(() => shown.text('error').includes('Bestätigen Sie'));
    expect(shown.text('error')).to.contain(
      'Bestätigen Sie bei Puter Ihre E-Mail-Adresse und drücken Sie dann noch einmal.',
    );
  });

  for (const [what, json, said] of [
    [
      'a reference that is too large',
      { error: 'Input image exceeds 30 MB', code: 'bad_request', errorCode: 'input_too_large' },
      'A reference picture is too large for Puter: at most 30 MB each, fetched within 30 seconds.',
    ],
    [
      'no words',
      {
        success: false,
        error: { code: 'prompt_required', message: 'Prompt parameter is required' },
      },
      'Describe the picture first.',
    ],
    [
      'a model that is gone',
      { error: 'Model not found: openai/gpt-image-1-mini', code: 'bad_request' },
      'Puter no longer offers this model. Choose another one.',
    ],
  ] as const)
    it(`names what is wrong with the order: ${what}`, async () => {
      const shown = await refused({ status: 400, json });
      expect(shown.text('error')).to.contain(`Not charged. ${said}`);
      expect(shown.part('open-provider')).to.equal(null);
    });

  for (const [what, json] of [
    ['text', { success: false, error: "Cannot read properties of undefined (reading 'id')" }],
    [
      'an object of its own',
      { success: false, error: { code: 'error_400_from_delegate', status: 400, message: 'No' } },
    ],
    ['nothing at all', { success: false }],
  ] as const)
    it(`is an answer, so that an absent charge proves none: ${what}`, async () => {
      const shown = await refused({ status: 200, json });
      await until(() => shown.text('error').startsWith('Not charged.'));
      expect(shown.text('error')).to.match(/^Not charged\. Something went wrong at Puter\./);
      expect(shown.element.tally.session.inDoubt).to.equal('0');
      expect(page.orders).to.have.length(1);
    });
});
