import { expect } from 'chai';
import fc from 'fast-check';
import { promptTokens } from '../../src/pricing/prompt-tokens.js';
import { shortPrompt } from '../../src/pricing/quote-types.js';

/**
 * Prompts with the tokens each takes in OpenAI's o200k_base where it is repeated, counted with
 * gpt-tokenizer on 2026-11-25.
 */
const counted = [
  ['A red fox sleeping in deep snow, soft morning light. ', 12.05],
  ['Der Fuchs schläft im tiefen Schnee, weiches Morgenlicht. ', 15.05],
  ['雪の中で眠る赤い狐、柔らかな朝の光。', 17],
  ['一只红色的狐狸睡在深雪里，柔和的晨光。', 17.05],
  ['गहरी बर्फ़ में सोती लाल लोमड़ी, सुबह की कोमल रोशनी। ', 22.05],
  ['Рыжая лиса спит в глубоком снегу. ', 13.1],
  ['ቀይ ቀበሮ በበረዶ ውስጥ ', 28],
  ['1 2 3, {a:1} ', 12],
  ['🦊❄️🌅', 8],
] as const;

describe('the tokens of a prompt', () => {
  it('are never fewer than the real ones, and at most six times as many', () => {
    for (const [words, tokens] of counted) {
      const often = Math.ceil(20_000 / words.length);
      const most = promptTokens(0, words.repeat(often));
      expect(most, words).to.be.at.least(tokens * often);
      expect(most, words).to.be.at.most(tokens * often * 6);
    }
  });

  it('cost no less than a quarter of a Latin letter each, and more than one of any other script', () => {
    expect(promptTokens(0, 'x'.repeat(20_000))).to.equal(11_000);
    for (const sign of ['狐', 'キ', '한', 'ह', 'ж', 'ش', '\u{1F98A}'])
      expect(promptTokens(0, sign.repeat(5000)), sign).to.be.at.least(5000 * 1.5);
    expect(promptTokens(0, '𓃠'.repeat(1000))).to.be.at.least(4000);
  });

  it('are the list’s figure for a short prompt, for none, and where that is more', () => {
    expect(promptTokens(1000)).to.equal(1000);
    expect(promptTokens(77, '狐'.repeat(shortPrompt))).to.equal(77);
    expect(promptTokens(8192, 'x'.repeat(1000))).to.equal(8192);
    expect(promptTokens()).to.equal(0);
  });

  it('grow with every sign that is added', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 500 }), fc.string(), (words, more) => {
        expect(promptTokens(0, words + more)).to.be.at.least(promptTokens(0, words));
      }),
    );
  });
});
