import { expect } from 'chai';
import { puterWords } from '../../src/providers/puter-words.js';
import { shortened, words } from '../../src/providers/words.js';

const tricks = [
  '\u202egnidne eht',
  '\u2066\u2067x\u2069',
  'soft\u00adhyphen',
  'zero\u200bwidth\u2060',
  '\u061cmark\u200f',
  '\ufeffbom',
  '\u{e0041}tag',
];

describe('words of others', () => {
  it('turn no direction and hide nothing, from Puter as from all others', () => {
    for (const trick of tricks) {
      for (const said of [puterWords(`no ${trick} luck`), words({ error: `no ${trick} luck` })]) {
        expect(said, JSON.stringify(trick))
          .to.match(/^no .* luck$/)
          .and.not.to.match(/(?![\u200c\u200d])\p{Cf}/u);
      }
    }
  });

  it('keep the joiners that scripts and emoji are written with', () => {
    for (const said of ['می\u200cخواهم که', 'a 👩\u200d🎨 b'])
      expect([puterWords(said), words({ error: said })]).to.deep.equal([said, said]);
  });

  it('are cut at a space, after a whole word', () => {
    // The 200th character is in a word.
    expect(shortened('abcdef '.repeat(40))).to.equal(`${'abcdef '.repeat(28).trim()}…`);
    // The 200th character is a space.
    expect(shortened(`${'a'.repeat(99)} ${'b'.repeat(99)} c`)).to.equal(
      `${'a'.repeat(99)} ${'b'.repeat(99)}…`,
    );
  });

  it('are found in an error that quotes an error that quotes an error', () => {
    const inner = JSON.stringify({ error: 'out of paper' });
    const quoted = JSON.stringify({ error: inner });
    expect(words({ error: quoted })).to.equal('out of paper');
  });

  it('are cut between letters, also where the engine does not know what a letter is', () => {
    const long = '👩\u200d🎨'.repeat(80);
    expect(shortened(long)).to.match(/^(👩\u200d🎨)+…$/u);
    const real = Intl.Segmenter;
    Object.defineProperty(Intl, 'Segmenter', {
      value: undefined,
      configurable: true,
      writable: true,
    });
    try {
      expect(shortened('😀'.repeat(200))).to.match(/^(😀)+…$/u);
    } finally {
      Object.defineProperty(Intl, 'Segmenter', { value: real, configurable: true, writable: true });
    }
  });
});
