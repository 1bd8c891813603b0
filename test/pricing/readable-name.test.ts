import { expect } from 'chai';
import { models } from '../../src/pricing/models.js';
import { parsePuterCatalogue } from '../../src/pricing/parse-puter-catalogue.js';
import { readableName } from '../../src/pricing/readable-name.js';

describe('a model of which only the id is known', () => {
  for (const [id, name] of Object.entries({
    'puter:flux-something/klein-9b': 'Klein 9B',
    'replicate:google/nano-banana-2': 'Nano Banana 2',
    'togetherai:black-forest-labs/flux-2-klein-4b': 'FLUX.2 klein 4B',
    'Qwen/Qwen-Image-2.0': 'Qwen Image 2.0',
    'gpt-image-1-mini': 'GPT Image 1 Mini',
    kontext: 'Kontext',
    'FLUX.2 pro': 'FLUX.2 pro',
    '': '',
  })) {
    it(`has a name that can be read: ${id || 'none'}`, () => {
      expect(readableName(id)).to.equal(name);
    });
  }

  it('is not called by its id where the live list has no other name for it', () => {
    const id = 'replicate:somebody/new-model-9b';
    const provider = 'replicate-image-generation';
    const row = { id, name: id, provider, costs_currency: 'usd-cents', costs: { output: 4 } };
    const parsed = parsePuterCatalogue({ models: [row] }, '2026-11-20');
    const list = 'list' in parsed ? parsed.list : undefined;
    expect(models('puter', list).map(({ name }) => name)).to.deep.equal(['New Model 9B']);
  });
});
