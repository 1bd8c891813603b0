import 'axe-core/axe.js';
import type axeCore from 'axe-core';

/** axe-core is no ES module: it puts itself on the page. */
const { axe } = globalThis as unknown as { axe: typeof axeCore };

/**
 * What axe finds wrong with an element and everything in it: rule and markup, one line each. Empty
 * when nothing is.
 */
export async function violations(element: Element): Promise<string[]> {
  const { violations: found } = await axe.run(element);
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
