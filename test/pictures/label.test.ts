import { expect } from 'chai';
import fc from 'fast-check';
import { crc32 } from '../../src/pictures/embed-xmp.js';
import { labelled, readLabel, xmp, type PictureLabel } from '../../src/pictures/label.js';
import { avif, pixels, sample, webp } from './sample.js';

const label: PictureLabel = {
  provider: 'puter',
  model: 'flux-2-pro',
  route: 'replicate',
  cost: '0.0755',
  seed: 42,
  at: Date.UTC(2026, 10, 21, 10, 14),
  prompt: 'A fox & "friends" <3 雪\nnew line',
};

async function chunks(blob: Blob): Promise<{ name: string; sound: boolean }[]> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const view = new DataView(bytes.buffer);
  const found = [];
  for (let at = 8; at < bytes.length;) {
    const length = view.getUint32(at);
    found.push({
      name: String.fromCharCode(...bytes.subarray(at + 4, at + 8)),
      sound: crc32(bytes.subarray(at + 4, at + 8 + length)) === view.getUint32(at + 8 + length),
    });
    at += 12 + length;
  }
  return found;
}

describe('The label in a downloaded file', () => {
  it('is in PNG, JPEG and all kinds of WebP, can be read back whole, and touches no pixel', async () => {
    for (const file of [
      await sample(40, 30),
      await sample(40, 30, 'image/jpeg'),
      webp.lossy,
      webp.lossless,
      webp.extended,
    ]) {
      const marked = await labelled(file, label);
      expect(marked.size, file.type).to.be.greaterThan(file.size);
      expect(marked.type).to.equal(file.type);
      expect(await readLabel(marked)).to.deep.equal(label);
      expect(await pixels(marked)).to.equal(await pixels(file));
      expect(await readLabel(file)).to.equal(undefined);
    }
  });

  it('leaves every PNG chunk with its right checksum, and the text before the pixels', async () => {
    const found = await chunks(await labelled(await sample(40, 30), label));
    expect(found.filter(({ sound }) => !sound)).to.deep.equal([]);
    const names = found.map(({ name }) => name);
    expect(names[0]).to.equal('IHDR');
    expect(names.filter((name) => name === 'iTXt')).to.have.length(7);
    expect(names.lastIndexOf('iTXt')).to.be.lessThan(names.indexOf('IDAT'));
    expect(names.at(-1)).to.equal('IEND');
  });

  it('announces itself in the WebP’s header, with its size, its transparency and what it had before', async () => {
    const head = async (
      file: Blob,
    ): Promise<{ kind: string; flags: number; size: number[]; whole: boolean }> => {
      const bytes = new Uint8Array(await (await labelled(file, label)).arrayBuffer());
      const view = new DataView(bytes.buffer);
      return {
        kind: String.fromCharCode(...bytes.subarray(12, 16)),
        flags: bytes[20] ?? 0,
        size: [view.getUint16(24, true) + 1, view.getUint16(27, true) + 1],
        whole: view.getUint32(4, true) + 8 === bytes.length,
      };
    };
    // XMP is 4, transparency 16, a colour profile 32.
    expect(await head(webp.lossy)).to.deep.equal({
      kind: 'VP8X',
      flags: 4,
      size: [16, 8],
      whole: true,
    });
    expect(await head(webp.lossless)).to.deep.equal({
      kind: 'VP8X',
      flags: 20,
      size: [16, 8],
      whole: true,
    });
    expect(await head(webp.extended)).to.deep.equal({
      kind: 'VP8X',
      flags: 36,
      size: [16, 8],
      whole: true,
    });
  });

  it('stands behind everything else in an AVIF, whose own bytes stay where they are', async () => {
    const marked = await labelled(avif, label);
    expect(await readLabel(marked)).to.deep.equal(label);
    expect(marked.type).to.equal('image/avif');
    // An engine that reads no AVIF reads neither.
    const [as, was] = await Promise.all(
      [marked, avif].map((file) => pixels(file).catch(() => 'not read here')),
    );
    expect(as).to.equal(was);
    const [before, after] = await Promise.all(
      [avif, marked].map(async (file) => new Uint8Array(await file.arrayBuffer())),
    );
    expect([...(after?.subarray(0, before?.length) ?? [])]).to.deep.equal([...(before ?? [])]);
    // One more box, whose size reaches exactly to the end.
    expect(
      new DataView(after?.buffer ?? new ArrayBuffer(0)).getUint32(before?.length ?? 0),
    ).to.equal((after?.length ?? 0) - (before?.length ?? 0));
    expect(
      String.fromCharCode(
        ...(after?.subarray((before?.length ?? 0) + 4, (before?.length ?? 0) + 8) ?? []),
      ),
    ).to.equal('uuid');
  });

  it('leaves an AVIF alone that is cut off or whose last part has no size of its own', async () => {
    const bytes = new Uint8Array(await avif.arrayBuffer());
    const open = bytes.slice();
    open.set([0, 0, 0, 0], 274);
    for (const file of [avif.slice(0, 300), new Blob([open]), new Blob([bytes, 'abc'])])
      expect(await labelled(file, label)).to.equal(file);
  });

  it('knows the published check value of CRC-32', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).to.equal(0xcbf43926);
  });

  it('is well-formed XML whatever the prompt, and reads back as it was', async () => {
    const file = await sample(2, 2);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (prompt) => {
        const text = xmp({ ...label, prompt }).replace(/<\?xpacket[^>]*\?>/g, '');
        expect(
          new DOMParser().parseFromString(text, 'application/xml').querySelector('parsererror'),
        ).to.equal(null);
        const kept = prompt.replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, '');
        expect((await readLabel(await labelled(file, { ...label, prompt })))?.prompt).to.equal(
          kept,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the reader’s words out unless they are wanted', async () => {
    const { prompt, ...without } = label;
    const marked = await labelled(await sample(40, 30), without);
    expect(await readLabel(marked)).to.deep.equal(without);
    expect(await marked.text())
      .not.to.include('fox')
      .and.not.to.include('Description</');
    expect(prompt).to.include('fox');
  });

  it('tells simulated pictures from a model’s own, also to other programs', () => {
    expect(xmp(label)).to.include('digitalsourcetype/trainedAlgorithmicMedia');
    expect(xmp({ ...label, simulated: true }))
      .to.include('digitalsourcetype/algorithmicMedia')
      .and.include('upi:simulated="true"');
  });

  it('leaves files alone that it can’t label or whose maker signed them', async () => {
    const signed = new Blob([await sample(4, 4), 'jumbjumdc2pa'], { type: 'image/png' });
    const whole = await sample(40, 30, 'image/jpeg');
    for (const file of [
      signed,
      new Blob(['hello']),
      new Blob([]),
      new Blob(['RIFF\0\0\0\0WEBPXXXX']),
      whole.slice(0, 2),
      new Blob(['\x89PNG']),
    ]) {
      expect(await labelled(file, label)).to.equal(file);
    }
    const long = await labelled(whole, { ...label, prompt: 'x'.repeat(70_000) });
    expect(long).to.equal(whole);
  });
});
