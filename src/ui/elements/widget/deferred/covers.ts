import { colourOf } from './colours.js';
import { boxesOf, hostOf, upFrom } from './legible.js';

/** A layer that lets less than this through hides what is under it. */
const opaque = 0.5;

/**
 * True if something lies over a text on a button, or cuts it off. Points outside the window don't
 * count: a reader may press with the keys.
 */
export function isCovered(text: HTMLElement, button: HTMLElement): boolean {
  return touchable(button, () =>
    pointsOn(text).some(([x, y]) =>
      levelsOf(button).some(({ root, own }) => isHiddenAt(root, own, x, y)),
    ),
  );
}

/** True if an element of the page lies over a text on a button, whether it paints or not. */
export function isUnderOthers(text: HTMLElement, button: HTMLElement): boolean {
  return touchable(button, () =>
    pointsOn(text).some(([x, y]) =>
      levelsOf(button).some(({ root, own }) => coversAt(root, own, x, y)?.length !== 0),
    ),
  );
}

function pointsOn(text: Element): (readonly [number, number])[] {
  const { innerWidth, innerHeight } = text.ownerDocument.defaultView ?? window;
  return boxesOf(text)
    .filter(({ width, height }) => width > 0 && height > 0)
    .flatMap(({ left, top, width, height }) =>
      [0.1, 0.5, 0.9].map((share) => [left + width * share, top + height / 2] as const),
    )
    .filter(([x, y]) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight);
}

interface Level {
  readonly root: Document | ShadowRoot;
  /** The button, or in an outer tree the host around it. */
  readonly own: Element;
}

/** The trees around the button, from its own shadow root to the document. */
function levelsOf(button: Element): Level[] {
  const levels: Level[] = [];
  for (let own: Element | undefined = button; own;) {
    const root = own.getRootNode();
    if ('elementsFromPoint' in root) levels.push({ root: root as Level['root'], own });
    own = hostOf(own);
  }
  return levels;
}

function isHiddenAt(root: Document | ShadowRoot, own: Element, x: number, y: number): boolean {
  return coversAt(root, own, x, y)?.some(hides) !== false;
}

/** What lies over our own element at a point; `undefined` if our own isn't there at all. */
function coversAt(
  root: Document | ShadowRoot,
  own: Element,
  x: number,
  y: number,
): Element[] | undefined {
  const hit = root.elementsFromPoint(x, y);
  const isOurs = (each: Element): boolean =>
    each === own || (own.localName === 'button' && own.contains(each));
  const at = hit.findIndex(isOurs);
  return at < 0 ? undefined : hit.slice(0, at);
}

/** True if an element over the text paints something that can't be seen through. */
function hides(cover: Element): boolean {
  const opacity = [...upFrom(cover)].reduce(
    (all, each) => all * parseFloat(getComputedStyle(each).opacity),
    1,
  );
  if (opacity < opaque) return false;
  if (cover.matches('img, video, iframe, embed, object, canvas, svg *')) return true;
  return [null, '::before', '::after'].some((pseudo) => {
    const style = getComputedStyle(cover, pseudo);
    const isThere = pseudo === null || !/^(none|normal|)$/.test(style.content);
    return isThere && style.visibility === 'visible' && paints(style, opacity);
  });
}

function paints(style: CSSStyleDeclaration, opacity: number): boolean {
  const { backgroundColor, backgroundImage, backdropFilter } = style;
  // The colours of a gradient stand in it as computed colours.
  const stops = backgroundImage.match(/[\w-]+\([^()]*\)/g) ?? [];
  const colours = [backgroundColor, ...stops];
  return (
    backgroundImage.includes('url(') ||
    colours.some((colour) => colourOf(colour).alpha * opacity > opaque) ||
    /blur|brightness|contrast|opacity/.test(backdropFilter)
  );
}

/** Looks while everything answers to the pointer: a cover may let presses through. */
function touchable(button: Element, look: () => boolean): boolean {
  const { CSSStyleSheet } = button.ownerDocument.defaultView ?? window;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { pointer-events: auto !important }');
  const roots = levelsOf(button).map(({ root }) => root);
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  try {
    return look();
  } finally {
    for (const root of roots)
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
  }
}
