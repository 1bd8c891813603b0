import { colourOf, isAlike } from './colours.js';

/** Below these a reader can't tell figures apart: CSS pixels, and shares of the font's size. */
const least = { font: 5, height: 4, width: 0.12, spacing: -0.15, opacity: 0.35 };

/**
 * True if the styles of a text on a button leave it readable. Says no only to what hides it for
 * sure: a faded page, an inverted one or a theme of the page's own is readable.
 */
export function isLegible(text: HTMLElement, button: HTMLElement): boolean {
  if (button.checkVisibility?.() === false) return false;
  const up = [...upFrom(text)].map(styleOf);
  return (
    isLargeEnough(text, up) &&
    !up.some(isMasked) &&
    up.reduce((opacity, style) => opacity * opacityOf(style), 1) >= least.opacity &&
    hasInk(up) &&
    ![button, text].some(hasOtherAmount)
  );
}

/** True if no style on it or around it changes how its paint comes to the screen. */
export function isPlain(text: HTMLElement): boolean {
  return [...upFrom(text)].map(styleOf).every((style) =>
    [
      'opacity/1',
      'filter/none',
      'transform/none',
      'scale/none',
      'rotate/none',
      'perspective/none',
      'mix-blend-mode/normal',
    ].every((usual) => {
      const [name = '', value] = usual.split('/');
      return style.getPropertyValue(name) === value;
    }),
  );
}

/** An element and all around it, as they are drawn: through slots and shadow roots. */
export function* upFrom(element: Element): Generator<Element> {
  let at: Element | null | undefined = element;
  while (at) {
    yield at;
    at = at.assignedSlot ?? at.parentElement ?? hostOf(at);
  }
}

/** The host of the shadow tree that an element is in. An element may be of another window. */
export function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? (root as ShadowRoot).host : undefined;
}

/** The boxes of an element's text on the screen, CSS pixels. */
export function boxesOf(text: Element): DOMRect[] {
  // Markup can't name a constructor away, as it can a method of the document.
  const range = new Range();
  range.selectNodeContents(text);
  // Engines without `currentCSSZoom` (WebKit) measure in the zoomed pixels of the text itself.
  const scale = 'currentCSSZoom' in text ? 1 : zoomOf([...upFrom(text)].map(styleOf));
  return [...range.getClientRects()].map(
    ({ left, top, width, height }) =>
      new DOMRect(left * scale, top * scale, width * scale, height * scale),
  );
}

/** The product of all CSS zooms in these styles. */
function zoomOf(styles: readonly CSSStyleDeclaration[]): number {
  return styles.reduce((all, { zoom }) => all * (parseFloat(zoom) || 1), 1);
}

function styleOf(element: Element): CSSStyleDeclaration {
  return getComputedStyle(element);
}

function isLargeEnough(text: HTMLElement, up: readonly CSSStyleDeclaration[]): boolean {
  const [style] = up as readonly [CSSStyleDeclaration];
  const font = parseFloat(style.fontSize);
  const spacing = parseFloat(style.letterSpacing) || 0;
  const boxes = boxesOf(text).map(({ width, height }) => [width, height] as const);
  // A turned line is as high as it is long.
  const length = boxes.reduce((all, box) => all + Math.max(...box), 0);
  const height = Math.max(0, ...boxes.map((box) => Math.min(...box)));
  const signs = text.textContent.trim().length;
  return (
    font * zoomOf(up) >= least.font &&
    spacing >= font * least.spacing &&
    height >= least.height &&
    length >= signs * height * least.width
  );
}

function isMasked(style: CSSStyleDeclaration): boolean {
  const mask = style.maskImage || style.getPropertyValue('-webkit-mask-image');
  return mask !== '' && mask !== 'none';
}

/** How much of it shows, 0 to 1; filters that leave no text count as 0. */
function opacityOf({ opacity, filter }: CSSStyleDeclaration): number {
  let all = parseFloat(opacity);
  for (const [, name, said] of filter.matchAll(/(opacity|blur|brightness|contrast)\(([\d.]+)/g)) {
    const value = Number(said);
    if (name === 'opacity') all *= value;
    else if (name === 'blur' ? value > 3 : value < 0.1 || value > 20) return 0;
  }
  return all;
}

/** True if the text is drawn as text, in a colour that differs from what is behind it. */
function hasInk(up: readonly CSSStyleDeclaration[]): boolean {
  const [style] = up as readonly [CSSStyleDeclaration];
  const security = style.getPropertyValue('-webkit-text-security');
  if (style.visibility !== 'visible' || (security && security !== 'none')) return false;
  // The reader's own colours replace the page's.
  if (matchMedia('(forced-colors: active)').matches) return true;
  const ink = colourOf(style.getPropertyValue('-webkit-text-fill-color') || style.color);
  const behind = up.find(
    ({ backgroundColor, backgroundImage }) =>
      backgroundImage !== 'none' || colourOf(backgroundColor).alpha > 0.5,
  );
  if (ink.alpha < 0.3) return isCutFromBackground(behind);
  if (!behind || behind.backgroundImage !== 'none') return true;
  return !isAlike(ink, colourOf(behind.backgroundColor));
}

/** Transparent text through which a gradient shows is readable. */
function isCutFromBackground(style: CSSStyleDeclaration | undefined): boolean {
  return style?.backgroundImage !== 'none' && style?.backgroundClip === 'text';
}

/** True where the page's own style sheet writes an amount onto the button. */
function hasOtherAmount(element: Element): boolean {
  return ['::before', '::after'].some((name) => {
    const { content } = getComputedStyle(element, name);
    return /[\p{N}\p{Sc}]|counter|attr\(/u.test(content);
  });
}
