import type { ProblemCode } from '../../../../pricing/quote-types.js';
import type { WidgetModel } from '../model.js';
import { buyKeys, problemOf } from './obstacles.js';

const sizes = '[part~="size"], [part~="width"], [part~="height"]';
const models = '[part~="model"]';
const references = '[part~="add-reference"]';

/** The field in which the reader can correct each problem. */
const fieldsOf: Partial<Record<ProblemCode, string>> = {
  'invalid-size': sizes,
  'too-small': sizes,
  'too-large': sizes,
  'off-grid': sizes,
  'size-not-offered': sizes,
  'invalid-count': '[part~="count"]',
  'invalid-option': '[part~="option"]',
  'invalid-reference': references,
  'too-many-references': references,
  'needs-reference': references,
  'unknown-model': models,
  'not-hosted': models,
};

/** The id of the sentence about the request's problem. */
export const problemId = 'problem';
/** The id of the sentence that describes the button that buys. */
export const noteId = 'button-note';

/**
 * Links each problem to its field, and its reason to the button. The fields belong to the first
 * look, which loads none of this, so the attributes are set after each render.
 */
export function describe(root: ShadowRoot, model: WidgetModel): void {
  const problem = problemOf(model);
  const wrong = problem && fieldsOf[problem.code];
  for (const field of root.querySelectorAll('.ask select, .ask input, [part~="option"]')) {
    const isWrong = wrong !== undefined && field.matches(wrong) && isNamed(field, problem?.text);
    set(field, 'aria-invalid', isWrong ? 'true' : undefined);
    set(field, 'aria-describedby', isWrong ? problemId : undefined);
  }
  // The page’s own label, if it has one.
  const panel = root.querySelector('.widget');
  if (panel) set(panel, 'aria-label', root.host.getAttribute('aria-label') ?? model.words.widget);
  const button = root.querySelector('.buy');
  if (!button) return;
  set(button, 'aria-describedby', noteId);
  set(button, 'aria-keyshortcuts', 'Control+Enter Meta+Enter');
  set(button, 'title', buyKeys());
}

/** Among several options, the one named in the sentence. */
function isNamed(field: Element, text = ''): boolean {
  return !field.matches('[part~="option"]') || text.includes(field.getAttribute('name') ?? '');
}

function set(element: Element, name: string, value: string | undefined): void {
  if ((element.getAttribute(name) ?? undefined) === value) return;
  if (value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, value);
}

/** A press that can’t buy moves the focus to what is missing: the prompt, or the field in error. */
export function leadFrom(root: ShadowRoot): void {
  root.addEventListener('click', ({ target }) => {
    const button = (target as Element | null)?.closest('.deal .buy');
    if (button?.getAttribute('aria-disabled') !== 'true') return;
    const prompt = root.querySelector('textarea');
    const next =
      prompt?.value.trim() === ''
        ? prompt
        : root.querySelector<HTMLElement>('.ask [aria-invalid="true"], .pay [aria-invalid="true"]');
    next?.focus();
  });
}
