import { expect } from 'chai';
import { render } from 'lit';
import type { Generation } from '../../src/generation/machine.js';
import type { PictureState } from '../../src/generation/purchase.js';
import { quote } from '../../src/pricing/index.js';
import type { ImageRequest } from '../../src/pricing/quote-types.js';
import { progressView } from '../../src/ui/elements/widget/deferred/progress.js';
import type { WidgetActions } from '../../src/ui/elements/widget/action-types.js';
import type { WidgetModel } from '../../src/ui/elements/widget/model.js';
import { en as first } from '../../src/ui/i18n/en/widget.js';
import { en as stage } from '../../src/ui/i18n/en/deferred.js';

/** The progress of these pictures, in English. */
function shown(
  request: Partial<ImageRequest>,
  pictures: readonly Omit<PictureState, 'id'>[],
): HTMLElement {
  const usual = { provider: 'puter', model: 'flux-1-schnell', width: 1024, height: 1024 };
  const asked = quote({ ...usual, ...request });
  const generation: Generation = {
    name: 'polling',
    quote: asked,
    purchase: {
      id: 'p',
      quote: asked,
      prompt: 'a fox',
      simulated: false,
      pictures: pictures.map((picture, index) => ({ ...picture, id: String(index) })),
    },
  };
  const place = document.createElement('div');
  const words = { ...first, ...stage };
  const model = { generation, now: 2000, language: 'en', words, payer: { name: 'Puter' } };
  render(progressView(model as unknown as WidgetModel, {} as WidgetActions), place);
  return place;
}

/** The words on the button, and what they mean. */
function told(...scene: Parameters<typeof shown>): string[] {
  const place = shown(...scene);
  return ['[part=stop]', '#stop-means'].map(
    (selector) => place.querySelector(selector)?.textContent?.trim() ?? '',
  );
}

describe('what a reader is told of stopping', () => {
  it('is never that it saves the money, once the order left, whoever makes the picture', () => {
    for (const request of [
      { route: 'replicate' },
      { route: 'cloudflare' },
      { provider: 'bfl', model: 'flux-2-pro' },
      { provider: 'fal', model: 'flux-2-pro' },
    ]) {
      expect(told(request, [{ name: 'submitting', since: 1000, isSent: true }])).to.deep.equal([
        'Stop waiting',
        'Already ordered: stopping does not save money. The picture will be in your pictures.',
      ]);
      expect(told(request, [{ name: 'polling', since: 1000 }])).to.deep.equal([
        'Stop waiting',
        'Already ordered: stopping does not save money. The picture will be in your pictures.',
      ]);
    }
    expect(
      told({ provider: 'sandbox', model: 'flux-2-pro' }, [{ name: 'polling', since: 1000 }]),
    ).to.deep.equal(['Stop waiting', 'Nothing is charged.']);
  });

  it('is that it costs nothing before, also while something else is done for the order', () => {
    for (const picture of [{ name: 'waiting' }, { name: 'submitting', since: 1000 }] as const)
      expect(told({ route: 'replicate' }, [picture])).to.deep.equal([
        'Cancel',
        'Nothing is sent yet: stopping costs nothing.',
      ]);
  });

  it('tells what is ordered from what is not, where there are several', () => {
    const sent = { name: 'submitting', since: 1000, isSent: true } as const;
    expect(told({}, [sent, { name: 'done', since: 900 }, { name: 'waiting' }])).to.deep.equal([
      'Cancel the rest',
      '1 of 3 not ordered yet: cancelling is free.',
    ]);
    expect(told({}, [sent, { name: 'failed' }])[0]).to.equal('Stop waiting');
  });

  it('is what is asked of the provider, once its answer is known to be lost or an error', () => {
    const asked = (checking: 'lost' | 'refused'): string =>
      shown({}, [{ name: 'submitting', since: 1000, isSent: true, progress: { checking } }])
        .querySelector('p')
        ?.textContent?.replace(/\s+/g, ' ')
        .trim() ?? '';
    expect(asked('lost')).to.match(/^The answer got lost\. Checking with Puter … · 1\.0 s/);
    expect(asked('refused')).to.match(/^Puter reported an error\. Checking with Puter whether/);
    for (const checking of ['lost', 'refused'] as const)
      expect(asked(checking)).not.to.match(/Sending|Already/);
  });
});
