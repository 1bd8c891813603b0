import { expect } from 'chai';
import { render } from 'lit';
import type { PictureState } from '../../src/generation/purchase.js';
import { whereView } from '../../src/ui/elements/widget/deferred/cloud-copy.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import { folded, scene } from './widget-scene.js';

describe('a picture that is paid for and is not drawn', () => {
  afterEach(() => document.body.replaceChildren());

  it('since it is too large has its reason in its place, and every way to have it all the same', async () => {
    const seen = await scene('not-drawn');
    await seen.until(() => seen.all('not-drawn').length === 1 && seen.all('download').length > 0);
    expect(seen.text('not-drawn')).to.match(/^Not shown here: 8,?000 × 6,?000 /);
    expect(seen.all('image').length).to.equal(0);
    // It is not opened large, which would draw it after all.
    expect(seen.all('open').length).to.equal(0);
    expect(seen.all('copy').length).to.equal(0);
    expect(seen.all('download').length).to.equal(1);
  });

  it('since its address shows nothing has that said in its place, and no broken picture', async () => {
    const seen = await scene('not-loaded');
    await seen.until(() => seen.all('not-drawn').length === 1);
    expect(seen.text('not-drawn')).to.equal('The picture could not be loaded from its address.');
    for (const name of ['image', 'open', 'copy', 'download', 'expiring'])
      expect(seen.all(name).length, name).to.equal(0);
    expect(folded(seen.element.shadowRoot?.querySelector('.print'))).to.contain(
      'Only Black Forest Labs can refund it.',
    );
  });

  it('keeps the address that shows nothing, and is not told to download what can’t be', async () => {
    const seen = await scene('not-loaded');
    const model = insideOf(seen.element).model('en');
    const [gone] = model.pictures as readonly [PictureState];
    const place = document.createElement('div');
    const address = { url: 'https://delivery.example/gone.png', alt: '', width: 8, height: 8 };
    const tell = (withheld?: 'unloaded'): string => {
      const image = withheld ? { ...address, withheld } : address;
      render(whereView(model, { ...gone, image }), place);
      return folded(place);
    };
    expect(tell('unloaded')).to.equal('Only Black Forest Labs can refund it. Open its address');
    expect(place.querySelector('a')?.href).to.equal(address.url);
    expect(tell()).to.equal('Only at an address that will stop working: download it now.');
  });

  it('and could not be fetched is told with its address', async () => {
    const seen = await scene('charged');
    await seen.until(() => seen.all('address').length === 1);
    const link = seen.one<HTMLAnchorElement>('address');
    expect([link.href, link.rel, link.target]).to.deep.equal([
      'https://delivery.example/picture.png',
      'noopener noreferrer',
      '_blank',
    ]);
    expect(seen.text('error')).to.equal(
      'You were charged $0.030. The picture was made but can’t be downloaded. Only Black Forest Labs can refund it. Open its address Copy details for support',
    );
  });
});
