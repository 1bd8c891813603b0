import { shortPrompt } from './quote-types.js';

/**
 * The most tokens that one UTF-16 unit of a prompt takes, by its script. Measured on 2026-11-25 with
 * OpenAI's encodings o200k_base and cl100k_base on prompts in 15 languages: English takes 0.22
 * tokens a letter, German 0.31, Polish 0.43, letters that are no words 0.54, digits and signs up to 1,
 * Chinese 1.05 to 1.51, emoji 1.64, rare scripts 2.4.
 */
const mostPerUnit = { letter: 0.55, sign: 1, accented: 1.2, usual: 1.6, rare: 2.5 } as const;

/** Greek to Arabic, India to Laos, kana, common Chinese, Korean, halves of emoji, wide Latin. */
const usualScripts = [
  [0x370, 0x6ff],
  [0x900, 0xeff],
  [0x3000, 0x30ff],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7ff],
  [0xd83c, 0xd83e],
  [0xdc00, 0xdfff],
  [0xff00, 0xffef],
] as const;

/** Menus price the same words for many models. */
let last: readonly [prompt: string, tokens: number] = ['', 0];

/**
 * The most tokens that a prompt is billed as: `short`, a price list's own figure, for a short one
 * and where no prompt is given; for a long one never less than its characters can take.
 */
export function promptTokens(short = 0, prompt = ''): number {
  if (prompt.length <= shortPrompt) return short;
  if (prompt !== last[0]) last = [prompt, Math.ceil(counted(prompt))];
  return Math.max(short, last[1]);
}

function counted(prompt: string): number {
  let tokens = 0;
  let kind: keyof typeof mostPerUnit = 'letter';
  for (let at = 0; at < prompt.length; at += 1) {
    const unit = prompt.charCodeAt(at);
    // A space belongs to the token beside it, but not between digits or signs.
    if (unit !== 32) kind = kindOf(unit);
    tokens += unit === 32 && kind !== 'sign' ? mostPerUnit.letter : mostPerUnit[kind];
  }
  return tokens;
}

function kindOf(unit: number): keyof typeof mostPerUnit {
  if (unit > 96 && unit < 123) return 'letter';
  if (unit < 128) return 'sign';
  if (unit < 0x250 || (unit >= 0x1e00 && unit < 0x1f00)) return 'accented';
  return usualScripts.some(([from, to]) => unit >= from && unit <= to) ? 'usual' : 'rare';
}
