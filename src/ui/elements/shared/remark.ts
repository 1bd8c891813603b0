import type { TemplateResult } from 'lit';
import { remarkFor } from '../../i18n/remarks.js';
import { english } from './sentence.js';

/** A remark about a price: ours in the language, anybody else's marked as English. */
export function remarkView(language: string, remark: string): TemplateResult | string {
  return remarkFor(language, remark) ?? english(remark);
}
