import { expect } from 'chai';
import fc from 'fast-check';
import {
  checkedBody,
  decodeEvent,
  encodeEvent,
  jobOf,
  jobText,
  type Kind,
  type LineEvent,
  withChecksum,
} from '../../src/spending/line.js';

const base36 = fc.integer({ min: 1, max: 36 ** 9 - 1 }).map((value) => value.toString(36));
const id = fc
  .tuple(base36, fc.integer({ min: 0, max: 0xffffff }), fc.integer({ min: 1, max: 9999 }))
  .map(
    ([time, tail, count]) =>
      `${time.padStart(9, '0')}-${tail.toString(16).padStart(6, '0')}-${count.toString(36)}`,
  );
const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const amount = fc
  .tuple(fc.nat(9999), fc.nat(999_999))
  .map(([whole, part]) => `${String(whole)}.${String(part)}1`);
const job = fc
  .dictionary(fc.oneof(text, fc.constant('__proto__')), text)
  .map((fields) => jobText(fields));

const data: Readonly<Record<Kind, fc.Arbitrary<Record<string, string>>>> = {
  i: fc.record({
    at: base36,
    purchase: text,
    provider: text,
    model: text,
    route: text,
    size: text,
    low: amount,
    high: amount,
    quote: text,
    session: text,
    prompt: text,
    waits: fc.constantFrom('', '1'),
    site: fc.oneof(fc.constant(''), text),
  }),
  a: fc.record({ job }),
  d: fc.record({
    charged: amount,
    basis: fc.constantFrom('r', 'c'),
    pictures: fc.nat(9).map(String),
    took: fc.constantFrom('', '8x'),
    note: text,
  }),
  r: fc.record({ code: text }),
  u: fc.record({ code: text, repeated: fc.constantFrom('', '1') }),
  c: fc.record({ amount: amount.map((value) => `-${value}`), note: text }),
};

const event = fc.constantFrom<Kind>('i', 'a', 'd', 'r', 'u', 'c').chain((kind) =>
  fc
    .record({ id, event: id, simulated: fc.boolean(), data: data[kind] })
    .map((given): LineEvent => ({
      kind,
      ...given,
      event: kind === 'i' ? given.id : given.event,
    })),
);

describe('a journal line', () => {
  it('gives back exactly what was written, in plain ASCII, whatever the texts hold', () => {
    fc.assert(
      fc.property(event, (given) => {
        const [name, value] = encodeEvent(given);
        expect(name + value).to.match(/^[\x21-\x7e]+$/);
        expect(decodeEvent([name, value])).to.deep.equal(given);
      }),
      { numRuns: 2000 },
    );
  });

  it('of an older version is read with what it lacks left empty, and one that lacks more is refused', () => {
    fc.assert(
      fc.property(event, (given) => {
        fc.pre(given.kind === 'i');
        const old = { ...given, data: { ...given.data, waits: '', site: '' } };
        const [name, value] = encodeEvent(old);
        const texts = checkedBody(name, value)?.split('|') ?? [];
        expect(texts, 'as before there were sites').to.have.length(14);
        // Without `waits`, as before there were marks either.
        const older = [...texts.slice(0, 12), ''];
        expect(decodeEvent(withChecksum(name, older.join('|')))).to.deep.equal(old);
        const damaged = [...texts.slice(0, 11), ''];
        expect(decodeEvent(withChecksum(name, damaged.join('|')))).to.equal(undefined);
        const longer = [...texts.slice(0, 13), 'a site', 'newer', ''];
        expect(decodeEvent(withChecksum(name, longer.join('|')))).to.equal(undefined);
      }),
    );
  });

  it('is refused under another line’s name', () => {
    fc.assert(
      fc.property(event, id, (given, other) => {
        fc.pre(given.id !== other);
        const [name, value] = encodeEvent(given);
        expect(decodeEvent([name.replace(given.id, other), value])).to.equal(undefined);
      }),
    );
  });

  it('is never an exception, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (name, value) => {
        expect(decodeEvent([name, value])).to.equal(undefined);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps a job’s fields apart, even one called __proto__', () => {
    const fields = jobOf(jobText({ polling: 'https://a.b/c?d=e&f=g', ['__proto__']: 'x' }));
    expect(Object.entries(fields)).to.deep.equal([
      ['polling', 'https://a.b/c?d=e&f=g'],
      ['__proto__', 'x'],
    ]);
    expect(Object.getPrototypeOf(fields)).to.equal(Object.prototype);
  });
});
