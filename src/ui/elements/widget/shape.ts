import { svg, type TemplateResult } from 'lit';
import type { Size } from '../../../pricing/quote-types.js';

/** A drawn rectangle of this shape, in a square of 24; a dot for a size that is none. */
export function shapeView({ width, height }: Size): TemplateResult {
  const long = 20 / Math.max(width, height, 1);
  const [w, h] = [Math.max(4, width * long || 0), Math.max(4, height * long || 0)];
  return svg`<svg viewBox="0 0 24 24" aria-hidden="true"
    ><rect x=${12 - w / 2} y=${12 - h / 2} width=${w} height=${h} rx="2"></rect></svg>`;
}
