import { expect } from 'chai';
import { isOver, kinOf, noticeOf, retiredAt } from '../../src/pricing/model-families.js';

describe('what a model is beside its price', () => {
  it('is one model under each of its ids, whoever serves it', () => {
    const same = (id: string, name = ''): string => kinOf({ id, name }).same;
    expect(same('google/nano-banana-2')).to.equal(same('gemini-3.1-flash-image'));
    expect(same('seedream-4-5-251128')).to.equal(same('bytedance/seedream-4.5'));
    expect(same('openai/gpt-image-2')).to.equal('GPT Image/gpt-image-2');
    expect(same('gpt-image-2')).not.to.equal(same('gpt-image-2.5-flare'));
  });

  it('has a family and a maker, also under an id that only its name explains', () => {
    expect(kinOf({ id: 'black-forest-labs/flux-2-pro', name: 'FLUX.2 pro' })).to.deep.include({
      family: 'FLUX.2',
      maker: 'Black Forest Labs',
      name: 'FLUX.2 pro',
      traits: { words: true, mask: false, lettering: true },
    });
    expect(kinOf({ id: 'x/7', name: 'Ideogram V2' })).to.deep.include({ family: 'Ideogram' });
  });

  it('has the owner in its id for a maker where nobody knows it, and no family', () => {
    const maker = (id: string): string => kinOf({ id, name: id }).maker;
    expect(kinOf({ id: 'acme/dream-3', name: 'Dream 3' })).to.deep.include({ family: '' });
    expect(maker('acme/dream-3')).to.equal('acme');
    expect(maker('replicate:acme/dream-3')).to.equal('acme');
    expect(maker('@cf/dream-3')).to.equal('');
    expect(maker('dream-3')).to.equal('');
  });

  it('says what it takes beside words, and what it can do nothing without', () => {
    const traits = (id: string): object => kinOf({ id, name: '' }).traits;
    expect(traits('any-comfyui-workflow')).to.include({ needs: 'workflow', words: false });
    expect(traits('stable-diffusion-inpainting')).to.include({ needs: 'picture', mask: true });
    expect(traits('flux-fill-pro')).to.include({ needs: 'picture', mask: true, words: true });
    expect(traits('flux-redux-dev')).to.include({ needs: 'picture', words: false });
    expect(traits('photon')).to.deep.equal({ words: true, mask: false, lettering: false });
  });
});

describe('a warning about a model', () => {
  it('is about Puter’s, and no other provider’s of that name', () => {
    expect(noticeOf('puter', 'gpt-image-1', undefined)).to.include({ kind: 'retired' });
    expect(noticeOf('openai-compatible', 'gpt-image-1', undefined)).to.equal(undefined);
    expect(retiredAt('puter')).to.include('gpt-image-1').and.not.to.include('flux-2-dev');
    expect(retiredAt('bfl')).to.deep.equal([]);
  });

  it('about one route is silent about the others', () => {
    expect(noticeOf('puter', 'flux-2-dev', 'cloudflare')).to.include({ kind: 'failing' });
    expect(noticeOf('puter', 'flux-2-dev', 'replicate')).to.equal(undefined);
    expect(noticeOf('puter', 'flux-2-dev', undefined)).to.equal(undefined);
    expect(noticeOf('puter', 'gpt-image-1', 'openai')).to.include({ kind: 'retired' });
  });

  it('tells of what has happened from its day on, and of what failed never', () => {
    const notice = noticeOf('puter', 'gpt-image-1-mini', undefined);
    if (!notice) throw new Error('no notice');
    expect(isOver(notice, '2026-11-30')).to.equal(false);
    expect(isOver(notice, '2026-12-01')).to.equal(true);
    expect(isOver({ ...notice, kind: 'failing' }, '2027-01-01')).to.equal(false);
  });
});
