import { expect } from 'chai';
import { readBytes } from '../../src/providers/read-bytes.js';

function endless(onCancel: () => void): Response {
  return new Response(
    new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(4).fill(7)),
      cancel: onCancel,
    }),
  );
}

describe('the body of a reply', () => {
  it('is read whole up to the limit, and is empty where there is none', async () => {
    expect(await readBytes(new Response('abcd'), 4)).to.deep.equal(
      new TextEncoder().encode('abcd'),
    );
    expect(await readBytes(new Response(null), 4)).to.have.length(0);
  });

  it('is let go of as soon as it is too long', async () => {
    let cancelled = 0;
    const refused = await readBytes(
      endless(() => (cancelled += 1)),
      10,
    ).catch((error: unknown) => error);
    expect(refused).to.be.instanceOf(RangeError);
    expect(cancelled).to.equal(1);
  });
});
