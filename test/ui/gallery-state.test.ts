import { expect } from 'chai';
import type { KeptPicture, KeptPictures } from '../../src/pictures/picture-library.js';
import { GalleryState } from '../../src/ui/elements/widget/deferred/gallery-state.js';
import { until } from '../support/until.js';

function kept(id: string): KeptPicture {
  return { id } as KeptPicture;
}

/** Pictures whose lists are answered when the test says so, in its order. */
function slowPictures() {
  const asked: ((list: readonly KeptPicture[]) => void)[] = [];
  const pictures = {
    list: () => new Promise((answer) => asked.push(answer)),
    blob: (id: string) => Promise.resolve(new Blob([id])),
    subscribe: () => () => undefined,
  } as unknown as KeptPictures;
  const state = new GalleryState(
    { pictures, urlOf: () => 'blob:of-a-picture' },
    () => void (told += 1),
  );
  let told = 0;
  return { state, asked, told: () => told };
}

describe('the gallery of a widget', () => {
  it('shows the list that was asked for last, whichever comes last', async () => {
    const { state, asked, told } = slowPictures();
    state.follow();
    state.showMore();
    asked[1]?.([kept('new')]);
    await until(() => told() > 0);
    asked[0]?.([kept('old'), kept('new')]);
    await new Promise((done) => setTimeout(done));
    expect(state.list.map(({ id }) => id)).to.deep.equal(['new']);
    expect([...state.images.keys()]).to.deep.equal(['new']);
  });

  it('holds no bytes after it was closed while it was read', async () => {
    const { state, asked, told } = slowPictures();
    state.follow();
    state.release();
    asked[0]?.([kept('one')]);
    await new Promise((done) => setTimeout(done));
    expect([state.list, [...state.images.keys()], told()]).to.deep.equal([[], [], 0]);
  });
});
