import { expect } from 'chai';
import { render } from 'lit';
import type { Generation } from '../../src/generation/machine.js';
import { quote } from '../../src/pricing/index.js';
import type { ImageRequest } from '../../src/pricing/quote-types.js';
import { progressView } from '../../src/ui/elements/widget/deferred/progress.js';
import type { WidgetActions } from '../../src/ui/elements/widget/action-types.js';
import type { WidgetModel } from '../../src/ui/elements/widget/model.js';
import { en as first } from '../../src/ui/i18n/en/widget.js';
import { en as stage } from '../../src/ui/i18n/en/deferred.js';

/** What a reader is told of stopping a picture that left `since`, in English. */
function told(request: Partial<ImageRequest>, since?: number): string {
  const generation: Generation = {
    name: 'polling',
    quote: quote({
      provider: 'puter',
      model: 'flux-1-schnell',
      width: 1024,
      height: 1024,
      ...request,
    }),
    purchase: {
      id: 'p',
      quote: quote({ provider: 'puter', model: 'flux-1-schnell', width: 1024, height: 1024 }),
      prompt: 'a fox',
      simulated: false,
      pictures: [{ id: 'a', name: 'polling', ...(since === undefined ? {} : { since }) }],
    },
  };
  const place = document.createElement('div');
  const model = { generation, now: 2000, language: 'en', words: { ...first, ...stage } };
  render(progressView(model as unknown as WidgetModel, {} as WidgetActions), place);
  return place.querySelector('#stop-means')?.textContent?.trim() ?? '';
}

describe('what a reader is told of stopping', () => {
  it('is never that it saves the money, once the order left', () => {
    expect(told({ route: 'replicate' }, 1000)).to.equal(
      'Already sent. If you stop now, you are still charged if the picture takes under a minute, and maybe if it takes longer.',
    );
    expect(told({ route: 'cloudflare' }, 1000)).to.equal(
      'Already sent. If you stop now, you are charged all the same.',
    );
    expect(told({ provider: 'bfl', model: 'flux-2-pro' }, 1000)).to.equal(
      'Already sent. If you stop now, you may still be charged.',
    );
    expect(told({ provider: 'sandbox', model: 'flux-2-pro' }, 1000)).to.equal(
      'Nothing is charged.',
    );
  });

  it('is that it costs nothing before', () => {
    expect(told({ route: 'replicate' })).to.equal('Nothing is sent yet: stopping costs nothing.');
  });
});
