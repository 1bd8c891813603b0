import { expect } from 'chai';
import { changedSettings, usualSettings } from '../../src/checkout/settings.js';

function set(changes: Record<string, unknown>): Record<string, unknown> {
  return { ...changedSettings(usualSettings(), changes, changes['provider']) };
}

describe('a setting of another type than documented', () => {
  for (const [name, given, meant] of [
    ['count', '3', 3],
    ['count', ' 2 ', 2],
    ['maxCount', '8', 8],
    ['seed', '42', 42],
    ['seed', '-7', -7],
    ['seed', 0, 0],
    ['size', 512, '512'],
    ['budget', 0.5, '0.5'],
    ['unitPrice', 0.02, '0.02'],
    ['unitPrice', 5e-7, '0.0000005'],
    ['unitPrice', '2e-2', '2e-2'],
    ['seed', '11720732163158470927', '11720732163158470927'],
    ['seed', 11720732163158470927, undefined],
    ['disabled', 'disabled', true],
    ['compact', 1, true],
    ['temporaryAccount', 0, false],
  ] as const)
    it(`${name}: ${JSON.stringify(given)} is taken as ${String(meant)}`, () => {
      expect(set({ [name]: given })[name]).to.equal(meant);
    });

  for (const given of ['three', '2,5', 'NaN', true])
    it(`count: ${JSON.stringify(given)} stays what no picture can be counted by`, () => {
      expect(set({ count: given })['count']).to.be.NaN;
    });
});

describe('a setting left empty', () => {
  for (const [name, usual] of Object.entries(usualSettings()))
    it(`${name}: '' is what is usual`, () => {
      expect(set({ [name]: '' })[name]).to.deep.equal(usual);
    });

  it('leaves the first of the page’s providers', () => {
    expect(set({ provider: '', providers: 'fal puter' })['provider']).to.equal('fal');
  });

  it('keeps the blanks that a reader types', () => {
    expect(set({ prompt: ' ' })['prompt']).to.equal(' ');
  });
});
