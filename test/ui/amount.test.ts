import { expect } from 'chai';
import { addingUp, amount, inFull, priceText, type AmountStyle } from '../../src/ui/amount.js';
import { loadTerms, termsFor } from '../../src/ui/i18n/index.js';
import { typed } from '../../src/ui/typed.js';

const english: AmountStyle = {
  language: 'en',
  currency: 'USD',
  rate: undefined,
  under: (text) => `under ${text}`,
};
const euros: AmountStyle = { ...english, currency: 'EUR', rate: '0.93' };

describe('an amount on a button, in a sentence, on a receipt', () => {
  it('never reads as less than it costs, and what is left never as more', () => {
    expect(amount('0.587203', english)).to.equal('$0.588');
    expect(amount('0.587203', english, { down: true })).to.equal('$0.587');
    expect(amount('0.587203', english, inFull('0.587203'))).to.equal('$0.587203');
    expect(amount('0.5', english, typed)).to.equal('$0.50');
  });

  it('is short beside its sum only where the short ones add up to it', () => {
    const row = (text: string, ...sum: Parameters<typeof addingUp>): string =>
      amount(text, english, addingUp(...sum));
    expect(row('0.12582912', ['0.04', '0.12582912'], '0.16582912')).to.equal('$0.126');
    expect(row('0.0405', ['0.0405', '0.0405'], '0.081'), 'not 0.041 twice').to.equal('$0.0405');
    expect(row('0.014', ['0.014'], '0.056', 4)).to.equal('$0.014');
    expect(row('0.012583', ['0.012583'], '0.050332', '4'), 'not 0.013').to.equal('$0.012583');
    expect(row('0.00003', ['0.00003'], '0.00006', 2), 'not under $0.0001').to.equal('$0.00003');
  });

  it('is as short in the page’s own currency, each rounded by itself and the same way', () => {
    expect(amount('0.587203', euros)).to.equal('$0.588 (€0.547)');
    expect(amount('0.587203', euros, { down: true })).to.equal('$0.587 (€0.546)');
    expect(amount('0.587203', euros, inFull('0.587203'))).to.equal('$0.587203 (€0.547)');
    expect(amount('0.0001', euros)).to.equal('$0.0001 (under €0.0001)');
    expect(amount('0.03', { ...euros, currency: 'JPY', rate: '151.37' })).to.equal(
      '$0.030 (¥4.55)',
    );
    expect(amount('0', euros)).to.equal('$0.00 (€0.00)');
  });

  it('says of a price read long ago that it is about that much, however little', () => {
    const old = (low: string, high: string): string | undefined =>
      priceText({ total: { low, high }, asOf: '2026-01-01' }, english);
    expect(old('0.03', '0.03')).to.equal('≈\u00a0$0.030');
    expect(old('0.0225', '0.045')).to.equal('≈\u00a0$0.023–0.045');
    expect(old('0.00001', '0.00001')).to.equal('≈\u00a0under $0.0001');
  });

  const under = {
    en: 'under $0.0001',
    de: 'unter 0,0001 $',
    fr: 'moins de 0,0001 $US',
    es: 'menos de 0,0001 US$',
    'pt-BR': 'menos de US$ 0,0001',
    ja: '$0.0001 未満',
    'zh-Hans': '不足 US$0.0001',
    ar: 'أقل من \u20660.0001 US$\u2069',
  };
  for (const [language, text] of Object.entries(under)) {
    it(`says in ${language} that it is less than the least there is`, async () => {
      await loadTerms(language);
      const style = { ...english, language, under: termsFor(language).under };
      const plain = (shown: string): string =>
        shown
          .replace(/[\u00a0\u202f]/g, ' ')
          .replace(/٫/g, '.')
          .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
      expect(plain(amount('0.00002', style))).to.equal(text);
      expect(
        plain(priceText({ total: { low: '0.00001', high: '0.00002' } }, style) ?? ''),
      ).to.equal(text);
    });
  }
});
