import { expect } from 'chai';
import { finished } from '../../src/providers/finished.js';
import type { MadePicture, Outcome } from '../../src/providers/outcome.js';
import { fromBase64, unpacked } from '../../src/providers/unpacked.js';
import { watchedPorts } from '../contract/ports.js';
import { onePixel } from '../contract/recorded/picture.js';
import { svg } from '../pictures/rare-files.js';

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

  it('is taken from every spelling of a data address', () => {
    const bytes = Uint8Array.from(atob(onePixel), (sign) => sign.charCodeAt(0));
    const safe = onePixel.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    const own = `data:image/png;base64,${onePixel}`;
    for (const made of [
      { base64: safe },
      { base64: safe.replace(/.{20}/g, '$&\r\n') },
      { base64: safe.replace(/.{20}/g, '$&\\n') },
      { base64: `b'${onePixel}'` },
      { base64: own },
      { base64: `DATA:IMAGE/PNG;BASE64,${safe}` },
      { url: `DATA:IMAGE/PNG;BASE64,${onePixel}` },
      { url: `data:image/png;base64,${own}` },
      { url: `data:image/png;base64,DATA:image/png;base64,${own}` },
      { url: `\n ${own}\n` },
      { url: `data:image/png; base64 ,${onePixel}` },
      { url: `data:image/png;charset=utf-8;base64,${onePixel}` },
      { url: onePixel },
    ] satisfies MadePicture[]) {
      const { blob, ...rest } = unpacked(made, []) ?? {};
      expect(rest, JSON.stringify(made)).to.deep.equal({});
      expect(blob?.type).to.equal('image/png');
      expect(blob?.size, JSON.stringify(made)).to.equal(bytes.length);
    }
  });

  it('is a drawing, in base64 or as text', async () => {
    const encoded = encodeURIComponent(svg());
    for (const made of [
      { url: `data:image/svg+xml;base64,${btoa(svg())}` },
      { url: `data:image/svg+xml,${encoded}` },
      { url: `data:image/svg+xml;utf8,${svg()}` },
      { url: `data:image/svg+xml;charset=utf-8,${svg('width="100%" height="9"')}` },
      { base64: btoa(svg()) },
    ] satisfies MadePicture[]) {
      const { blob } = unpacked(made, []) ?? {};
      expect(blob?.type, made.url).to.equal('image/svg+xml');
      expect(await blob?.text()).to.match(/^<svg .*<\/svg>$/);
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

describe('the address of a picture', () => {
  const base = 'http://127.0.0.1:8080/v1';
  const hosts = ['127.0.0.1:8080'];
  const whole = (url: string, at = base, own = hosts): string | undefined =>
    unpacked({ url }, own, at)?.url;

  it('is made whole at the endpoint that answered', () => {
    for (const [url, is] of [
      ['/generated-images/x.png', 'http://127.0.0.1:8080/generated-images/x.png'],
      ['/media/a?sig=1', 'http://127.0.0.1:8080/media/a?sig=1'],
      ['./files/x.png', 'http://127.0.0.1:8080/files/x.png'],
      ['../files/x.png', 'http://127.0.0.1:8080/files/x.png'],
      ['files/x.png', 'http://127.0.0.1:8080/files/x.png'],
      ['//127.0.0.1:8080/x.png', 'http://127.0.0.1:8080/x.png'],
      ['//cdn.example/x.png', 'https://cdn.example/x.png'],
      ['https://cdn.example/x.png', 'https://cdn.example/x.png'],
    ] as const)
      expect(whole(url), url).to.equal(is);
    expect(whole('/out/1.webp', 'https://api.example.com/v1', [])).to.equal(
      'https://api.example.com/out/1.webp',
    );
  });

  it('is none where it is a word, another scheme, or in the reader’s network', () => {
    for (const url of [
      'processing',
      'no picture this time. sorry',
      'javascript:alert(1)/x.png',
      'file:///etc/passwd',
      'blob:http://127.0.0.1:8080/7',
      '//192.168.1.1/x.png',
      '//own@evil.example/x.png',
      '\\\\evil.example\\x.png',
      '/\\evil.example/x.png',
    ])
      expect(whole(url, 'https://api.example.com/v1', ['api.example.com']), url).to.equal(
        undefined,
      );
    expect(unpacked({ url: '/x.png' }, hosts)).to.equal(undefined);
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
