import { en as first } from './en.js';
import { languageTag } from './language.js';
import type { OwnTerms, Terms } from './terms.js';

export type { FirstTerms, OwnTerms, Terms } from './terms.js';

/** Whoever needs a word of the rest is fetched together with it (see `addWords`). */
const en = { ...first } as Terms;

/** Each language is a file of its own, fetched when an element is first in it. */
const loaders: Readonly<Record<string, () => Promise<Terms>>> = {
  de: async () => (await import('./de.js')).de,
  fr: async () => (await import('./fr.js')).fr,
  es: async () => (await import('./es.js')).es,
  pt: async () => (await import('./pt-br.js')).ptBr,
  ja: async () => (await import('./ja.js')).ja,
  zh: async () => (await import('./zh-hans.js')).zhHans,
  ar: async () => (await import('./ar.js')).ar,
};

const known = new Map<string, Terms>([['en', en]]);
const brought = new Map<string, OwnTerms>();
const asked = new Map<string, Promise<void>>();
const waiting = new Set<() => void>();

/**
 * A page brings words of its own, a few or all, or a language of its own; they win over ours, and
 * what is left out stays ours. `lang` is a
 * BCP 47 tag; `pt-BR` is looked up before `pt`.
 */
export function addTerms(lang: string, terms: OwnTerms): void {
  brought.set(candidates(lang)[0], terms);
  arrived();
}

/** `pt-BR`, `pt`: the tag itself, then its language. */
function candidates(lang: string): readonly [string, string] {
  const tag = (languageTag(lang) ?? lang).toLowerCase();
  return [tag, tag.split('-')[0] ?? ''];
}

function arrived(): void {
  for (const listener of [...waiting]) listener();
}

/** What a page brought for a language tag. */
export function broughtFor(lang: string): OwnTerms | undefined {
  const [tag, language] = candidates(lang);
  return brought.get(tag) ?? brought.get(language);
}

/** The words for a language tag; English while nothing nearer is known. */
export function termsFor(lang: string): Terms {
  const [tag, language] = candidates(lang);
  const ours = known.get(tag) ?? known.get(language) ?? en;
  const own = broughtFor(lang);
  // Ours stand behind the page's, so that words of ours which arrive later are there, too.
  return own ? Object.assign(Object.create(ours) as Terms, own) : ours;
}

/** The rest of the English words arrived. */
export function addWords(words: object): void {
  Object.assign(en, words);
}

/**
 * Fetches the words of a language that is one of ours and not here yet; listeners hear when they
 * are. Never rejects: English stays.
 */
export function loadTerms(lang: string): Promise<void> {
  const [tag, language] = candidates(lang);
  const load = Object.hasOwn(loaders, language) ? loaders[language] : undefined;
  if (!load || known.has(tag) || known.has(language)) return Promise.resolve();
  const loading =
    asked.get(language) ??
    load().then(
      (terms) => {
        if (!known.has(language)) known.set(language, terms);
        arrived();
      },
      () => void asked.delete(language),
    );
  asked.set(language, loading);
  return loading;
}

/** Calls back when words arrived. */
export function onTerms(listener: () => void): () => void {
  waiting.add(listener);
  return () => void waiting.delete(listener);
}
