import { warnOnce } from '../../../base/warn-once.js';

/** Children that have a place of their own, or show nothing anyway. */
const placed = '[slot], noscript, template, script, style';
/** What stands in running text, as the text of a price for readers without script does. */
const inline = 'a, b, bdi, code, data, del, em, i, ins, s, small, span, strong, sub, sup, time';

/**
 * Tells the page's author once that children of an element are not shown. Mostly its tag was closed
 * by `/>`, which HTML does not know, and the rest of the page became children.
 */
export function warnOfHiddenChildren(element: Element): void {
  const hidden = [...element.childNodes].filter(
    (node) => node.nodeType === Node.TEXT_NODE || (isElement(node) && !node.matches(placed)),
  );
  const whole = hidden.map(({ textContent }) => textContent ?? '').join('');
  const text = whole.replace(/\s+/g, ' ').trim();
  const tag = element.localName;
  if (!text || (tag === 'user-pays-price' && isMeant(element, whole))) return;
  const start = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  warnOnce(
    `<${tag}> does not show what stands in it (“${start}”). “/>” closes no tag: write </${tag}>.`,
  );
}

/**
 * True for a text in the place of a price. What follows a tag that was not closed goes on to the end
 * of the parent, has other elements in it, or begins as the rest of a sentence does.
 */
function isMeant(element: Element, text: string): boolean {
  if (element.nextSibling?.textContent?.trim() || element.nextElementSibling) return true;
  const hasBlocks = [...element.querySelectorAll('*')].some((each) => !each.matches(inline));
  const isRest = /^[\s.,;:!?)–—-]+[^\s\d$€£¥≈~<≤]/.test(text);
  return !hasBlocks && !isRest && text.length < 100;
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
