import { expect } from 'chai';
import { widget, type WidgetDriver } from '../support/widget.js';

describe('a script without the reader’s gesture', () => {
  let shown: WidgetDriver;
  afterEach(() => shown.remove());

  for (const provider of ['bfl', 'puter', 'fal', 'openai-compatible']) {
    it(`spends nothing at ${provider}: nothing is sent, nothing is written`, async () => {
      const sent: string[] = [];
      const fetched = globalThis.fetch;
      globalThis.fetch = (input) => {
        sent.push(input instanceof Request ? input.url : String(input));
        return Promise.reject(new TypeError('blocked by the test'));
      };
      try {
        shown = await widget({ provider, endpoint: 'http://127.0.0.1:9' }, { prompt: 'a fox' });
        await shown.element.updateComplete;
        const heard: string[] = [];
        shown.element.addEventListener('user-pays-error', (event) =>
          heard.push((event as CustomEvent<{ error: { code: string } }>).detail.error.code),
        );
        const lines = shown.element.tally.all;
        const error = await shown.element.generate().then(
          () => undefined,
          (reason: unknown) => reason,
        );
        expect(error).to.include({ code: 'no-gesture', stage: 'guard', charge: 'none' });
        expect(heard).to.deep.equal(['no-gesture']);
        expect(shown.element.tally.all).to.deep.equal(lines);
        expect(sent).to.deep.equal([]);
      } finally {
        globalThis.fetch = fetched;
      }
    });
  }
});
