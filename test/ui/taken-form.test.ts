import { expect } from 'chai';
import { takenForm } from '../../src/ui/elements/shared/taken-form.js';

/** Safari ends a composition with such a key, after it has ended. */
const safari: object = { keyCode: 229 };

describe('a form that is handled here', () => {
  /** How often the form was taken after this key in a field of it, and whether the browser acts. */
  const press = (more: KeyboardEventInit, localName = 'input'): [taken: number, acts: boolean] => {
    let taken = 0;
    const form = document.createElement('form');
    const field = form.appendChild(document.createElement(localName));
    field.addEventListener('keydown', takenForm(() => (taken += 1)).keydown);
    const key = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, ...more });
    const acts = field.dispatchEvent(key);
    return [taken, acts];
  };

  it('is taken once for each Enter in a field', () => {
    expect(press({})).to.deep.equal([1, false]);
    expect(press({ repeat: true })).to.deep.equal([0, false]);
    expect(press({ key: 'a' })).to.deep.equal([0, true]);
    expect(press({}, 'textarea')).to.deep.equal([0, true]);
  });

  it('is not taken by an Enter that ends what an input method composes, in any browser', () => {
    expect(press({ isComposing: true })).to.deep.equal([0, true]);
    expect(press(safari)).to.deep.equal([0, true]);
  });
});
