import { expect } from 'chai';
import 'axe-core/axe.min.js';
import type { AxeResults } from 'axe-core';
import { scenes, show } from '../../demo/scenes.js';
import { insideOf } from '../../src/ui/elements/widget/widget.js';
import '../../src/define/index.js';
import { catalogue } from '../../src/pricing/catalogue/index.js';
import { paint } from './widget-scene.js';

const { axe } = globalThis as unknown as {
  axe: { run(context: Element, options: object): Promise<AxeResults> };
};

/** Which rule, where, in one line each: what a failed run prints. */
function found({ violations, incomplete }: AxeResults): string[] {
  return [
    ...violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) => `${id} ${JSON.stringify(target)} ${failureSummary ?? ''}`,
      ),
    ),
    // What axe can't decide it says so. It doesn't look at the contrast of signs such as ✓ and ↓;
    // nothing else may be left open.
    ...incomplete.flatMap(({ id, nodes }) =>
      nodes
        .filter(
          ({ any }) =>
            !any.every(
              ({ data }) => (data as { messageKey?: string } | null)?.messageKey === 'nonBmp',
            ),
        )
        .map(({ target }) => `undecided: ${id} ${JSON.stringify(target)}`),
    ),
  ];
}

for (const scheme of ['light', 'dark']) {
  describe(`no barrier is found in any state, ${scheme}`, () => {
    let shown: HTMLElement | undefined;
    before(() => {
      document.documentElement.style.colorScheme = scheme;
      document.title = 'states';
    });
    afterEach(() => shown?.remove());

    for (const name of Object.keys(scenes)) {
      it(name, async () => {
        shown = await show(name, { place: document.body, paint, catalogue, insideOf });
        const results = await axe.run(shown, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          rules: { region: { enabled: false } },
        });
        expect(results.passes.length).to.be.greaterThan(5);
        expect(found(results)).to.deep.equal([]);
      });
    }
  });
}
