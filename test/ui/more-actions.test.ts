import { expect } from 'chai';
import type { Entry } from '../../src/spending/entry.js';
import { moreActions } from '../../src/ui/elements/widget/deferred/more-actions.js';

type Ports = Parameters<typeof moreActions>[0];

describe('what a reader does after the first look', () => {
  it('leaves a doubt of unknown price open when they say that they were charged', () => {
    const settled: unknown[] = [];
    const settleByReader = (answers: readonly { id: string; charged: string }[]): Promise<void> => {
      settled.push(...answers.map(({ id, charged }) => [id, charged]));
      return Promise.resolve();
    };
    const actions = moreActions({
      checkout: { page: { journal: { settleByReader } } },
      redraw: () => undefined,
    } as unknown as Ports);
    const doubts = [{ id: 'known', high: '0.03' }, { id: 'unknown' }] as Entry[];
    actions.settle(doubts, true);
    expect(settled).to.deep.equal([['known', '0.03']]);
    actions.settle(doubts, false);
    expect(settled.slice(1)).to.deep.equal([
      ['known', '0'],
      ['unknown', '0'],
    ]);
  });

  it('is nobody’s unhandled rejection where the code for kept pictures can’t be loaded', async () => {
    const unhandled: unknown[] = [];
    const hear = (event: PromiseRejectionEvent): void => {
      event.preventDefault();
      unhandled.push(event.reason);
    };
    window.addEventListener('unhandledrejection', hear);
    const actions = moreActions({
      checkout: { services: () => Promise.reject(new Error('no such part')) },
      pictures: { isSure: () => true },
      gallery: () => ({ isSureOfAll: () => true }),
    } as unknown as Ports);
    actions.forget('a');
    actions.forgetAll();
    actions.undoForget();
    await new Promise((done) => setTimeout(done, 50));
    window.removeEventListener('unhandledrejection', hear);
    expect(unhandled).to.deep.equal([]);
  });
});
