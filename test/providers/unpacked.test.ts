import { expect } from 'chai';
import { finished } from '../../src/providers/finished.js';
import type { MadePicture, Outcome } from '../../src/providers/outcome.js';
import { fromBase64, unpacked } from '../../src/providers/unpacked.js';
import { watchedPorts } from '../contract/ports.js';
import { onePixel } from '../contract/recorded/picture.js';

interface Decoder {
  fromBase64?: unknown;
}

/** Runs `work` as in a browser without `Uint8Array.fromBase64`, and counts what `atob` decodes. */
function withoutNative<T>(work: () => T): { result: T; pieces: number[] } {
  const decoder = Uint8Array as Decoder;
  const [native, real] = [decoder.fromBase64, globalThis.atob];
  const pieces: number[] = [];
  decoder.fromBase64 = undefined;
  globalThis.atob = (text) => {
    pieces.push(text.length);
    return real(text);
  };
  try {
    return { result: work(), pieces };
  } finally {
    globalThis.atob = real;
    if (native === undefined) delete decoder.fromBase64;
    else decoder.fromBase64 = native;
  }
}

/** Runs it both ways, and expects the same. */
function decoded(text: string): number[] | 'refused' {
  const tried = (): number[] | 'refused' => {
    try {
      return [...fromBase64(text)];
    } catch {
      return 'refused';
    }
  };
  const [here, elsewhere] = [tried(), withoutNative(tried).result];
  expect(elsewhere).to.deep.equal(here);
  return here;
}

/** A one-pixel PNG, followed by so many bytes that decoders ignore, in base64. */
function longPicture(megabytes: number): string {
  const pixel = atob(onePixel);
  return btoa(pixel + 'x'.repeat(megabytes * 1024 * 1024 - pixel.length));
}

const known = [0xfb, 0xef, 0xff, 0x00, 0x10];

describe('a picture in base64', () => {
  it('is read in each way that providers write it', () => {
    for (const text of ['++//ABA=', '--__ABA=', '--__ABA', '++//ABA', '+-/_ABA='])
      expect(decoded(text), text).to.deep.equal(
        Array.from(atob('++//ABA='), (sign) => sign.charCodeAt(0)),
      );
    for (const text of ['++\n//\r\nABA=', ' ++//ABA=\n', '++// ABA= ', '+\t+//ABA='])
      expect(decoded(text), text).to.deep.equal(decoded('++//ABA='));
    expect(decoded(btoa(String.fromCharCode(...known)))).to.deep.equal(known);
    expect(decoded('')).to.deep.equal([]);
    for (const text of ['A', '++//A===', 'A=A=', '!!!!', 'ABCD=EFG', 'é', '=', 'AAAA='])
      expect(decoded(text), text).to.equal('refused');
  });

  it('is refused where padding is in the midst of it, wherever the pieces end', () => {
    for (const at of [65_534, 65_535, 65_536, 65_538, 131_072]) {
      const text = `${'A'.repeat(at - (at % 4) - 4)}AAA=${'A'.repeat(200_000)}`;
      expect(decoded(text), String(at)).to.equal('refused');
    }
  });

  it('of 12 MB is whole, and no browser decodes it at once by hand', () => {
    const text = longPicture(12);
    const wrapped = text.replace(/.{76}/g, '$&\n');
    for (const made of [
      { base64: text },
      { base64: wrapped },
      { url: `data:image/png;base64,${text}` },
      { url: `data:;base64,${encodeURIComponent(text.slice(0, 4000)) + text.slice(4000)}` },
    ] satisfies MadePicture[]) {
      const { result, pieces } = withoutNative(() => unpacked(made, []));
      expect(result?.blob).to.include({ type: 'image/png', size: 12 * 1024 * 1024 });
      expect(Math.max(...pieces)).to.be.lessThan(100_000);
      expect(unpacked(made, [])?.blob?.size).to.equal(12 * 1024 * 1024);
    }
  });

  it('is nothing where a data address is something else', () => {
    const rest = 'x'.repeat(5_000_000);
    for (const url of [
      'data:',
      `data:${rest}`,
      `data:${';base64'.repeat(500_000)}`,
      `data:image/png,${onePixel}`,
      `data:image/png;base64,${'%'.repeat(1000)}`,
      `data:text/html;base64,${btoa('<script>alert(1)</script>'.repeat(10))}`,
      rest,
      '',
    ])
      expect(unpacked({ url }, []), url.slice(0, 40)).to.equal(undefined);
  });
});

describe('a reply with more pictures than were ordered', () => {
  const done = (images: readonly MadePicture[]): Outcome => ({ kind: 'done', images });
  const imagesOf = (images: readonly MadePicture[]) => {
    const { result, pieces } = withoutNative(() =>
      finished(done(images), watchedPorts().ports, []),
    );
    return { images: result.kind === 'done' ? result.images : [], decodings: pieces.length };
  };

  it('is decoded as far as one picture goes', () => {
    const many = Array.from({ length: 10_000 }, () => ({ base64: onePixel }));
    const { images, decodings } = imagesOf(many);
    expect([images.length, decodings]).to.deep.equal([1, 1]);
  });

  it('has its picture found among the first, and is given up where none is one', () => {
    const bad = { base64: btoa('no picture at all, but some words') };
    expect(imagesOf([bad, bad, { base64: onePixel }]).images).to.have.length(1);
    const { images, decodings } = imagesOf(Array.from({ length: 10_000 }, () => bad));
    expect(images).to.be.empty;
    expect(decodings).to.be.lessThan(10);
  });
});
