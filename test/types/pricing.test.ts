import { expect } from 'chai';
import { toText, usd, type Usd } from '../../src/pricing/money.js';
import type {
  Hint,
  ImageRequest,
  PriceList,
  ProblemCode,
  Quote,
  QuoteLine,
  Source,
} from '../../src/pricing/index.js';

/** Fails to compile unless both types are the same. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function holds<T extends true>(): T {
  return true as T;
}

describe('what a misuse of prices does not compile to', () => {
  it('keeps amounts text on the outside', () => {
    holds<Same<NonNullable<Quote['total']>['high'], string>>();
    holds<Same<QuoteLine['amount'], string>>();
    holds<Same<Quote['currency'], 'USD'>>();
    holds<Same<Quote['exactness'], 'exact' | 'range' | 'unknown'>>();
    holds<Same<Source['kind'], 'live' | 'provider' | 'third-party'>>();
    holds<Same<PriceList['version'], 1>>();
    expect(toText(usd('0.03'))).to.equal('0.03');
  });

  it('has no way in for a JS number, and no arithmetic on an amount', () => {
    const amount: Usd = usd('0.1');
    // @ts-expect-error A number is not an amount.
    expect(() => usd(0.1 + 0.2)).to.throw();
    // @ts-expect-error An amount is not a number to multiply.
    expect(Number.isNaN(amount * 2)).to.equal(false);
    // @ts-expect-error Nor is text one.
    expect(() => toText('0.1')).to.throw();
    // @ts-expect-error Nor has it methods.
    expect(amount.plus).to.be.a('function');
  });

  it('makes a reader of a quote think of the unknown price', () => {
    const words = (quote: Quote): string => quote.total?.high ?? 'price unknown';
    // @ts-expect-error A total may be missing.
    const careless = (quote: Quote): string => quote.total.high;
    expect([words, careless]).to.have.length(2);
  });

  it('makes a translation cover every hint and every problem', () => {
    const hints: Record<Hint['kind'], string> = {
      cliff: '',
      snap: '',
      stale: '',
      reference: '',
      'top-up': '',
      charged: '',
      rate: '',
      usual: '',
    };
    // @ts-expect-error One is missing.
    const few: Record<Hint['kind'], string> = { cliff: '', snap: '', stale: '', reference: '' };
    // @ts-expect-error There is no such problem.
    const code: ProblemCode = 'no-idea';
    // @ts-expect-error A request needs a size.
    const request: ImageRequest = { provider: 'bfl', model: 'flux-2-pro', width: 1024 };
    expect([Object.keys(hints).length, Object.keys(few).length, code, request.width]).to.deep.equal(
      [8, 4, 'no-idea', 1024],
    );
  });
});
