import type { ReactiveControllerHost } from 'lit';
import { languageTag } from './language.js';
import type { Language, OwnTerms } from './terms.js';

/** How the words of one lazy group are fetched: a file for each of our languages. */
export type Loaders<T> = Readonly<Record<Language, () => Promise<{ readonly terms: T }>>>;

/** The words of one lazy group. */
export interface Words<T> {
  /** Ours for a language tag; `undefined` until they are here, and where there are none. */
  find(lang: string): T | undefined;
  /**
   * Fetches ours for a language tag, if there are any; elements that follow the terms are drawn
   * again. Never rejects: English stays, and the next call tries again.
   */
  load(lang: string): Promise<void>;
}

const brought = new Map<string, OwnTerms>();
const followers = new Set<ReactiveControllerHost>();
let pageLanguage: MutationObserver | undefined;

/** The words of a group; each language is fetched when an element is first in it. */
export function wordsFrom<T>(loaders: Loaders<T>): Words<T> {
  const here = new Map<string, T>();
  return {
    find: (lang) => here.get(languageIn(lang)),
    load: async (lang) => {
      const language = languageIn(lang) as Language;
      if (here.has(language) || !Object.hasOwn(loaders, language)) return;
      const file = await loaders[language]().catch(() => undefined);
      if (!file) return;
      here.set(language, file.terms);
      arrived();
    },
  };
}

/**
 * A page brings words of its own, a few or all, or a language of its own; they win over ours, and
 * what is left out stays ours. `lang` is a BCP 47 tag; `pt-BR` is looked up before `pt`. Sentences
 * are used once the code that compares their amounts with ours is loaded.
 */
export function addTerms(lang: string, terms: OwnTerms): void {
  brought.set(tagOf(lang), terms);
  arrived();
  import('./own-terms.js').then(
    (part) => {
      over = part.wordsOver;
      arrived();
    },
    () => undefined,
  );
}

let over = textsOver;

/** Until then: the texts alone. */
function textsOver<T extends object>(ours: T, own: object): T {
  const texts = Object.entries(own).filter(([, said]) => typeof said === 'string');
  return Object.assign(Object.create(ours) as T, Object.fromEntries(texts));
}

/** Ours, with what a page brought of them before ours. */
export function wordsOver<T extends object>(ours: T, own: object | undefined): T {
  // Ours stand behind the page's, so that words of ours which arrive later are there, too.
  return own ? over(ours, own) : ours;
}

/** What a page brought for a language tag. */
export function broughtFor(lang: string): OwnTerms | undefined {
  return brought.get(tagOf(lang)) ?? brought.get(languageIn(lang));
}

/** A property as native elements have theirs: `''` at first, and reflected. */
export const nativeText = { type: String, reflect: true, useDefault: true } as const;

/**
 * Call it in the constructor of an element whose `lang` is a `nativeText`. While it is in a page,
 * the element is drawn again when words arrive, and when a `lang` or `dir` of the page changes.
 */
export function followTerms(element: ReactiveControllerHost & { lang: string }): void {
  element.lang = '';
  element.addController({
    hostConnected() {
      followers.add(element);
      // Once for the page: the same observer of the same node is registered only once.
      pageLanguage ??= new MutationObserver(arrived);
      pageLanguage.observe(document, { subtree: true, attributeFilter: ['lang', 'dir'] });
    },
    hostDisconnected() {
      followers.delete(element);
    },
  });
}

function arrived(): void {
  for (const element of followers) element.requestUpdate();
}

/** `pt` of `pt-BR`. */
function languageIn(lang: string): string {
  return tagOf(lang).replace(/-.*/, '');
}

function tagOf(lang: string): string {
  return (languageTag(lang) ?? lang).toLowerCase();
}
