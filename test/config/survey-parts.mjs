// Which files the bundles need, what each contains, and what each hands to the lazy parts it loads.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rollup } from 'rollup';
import { keyOf, lazyParts } from './lazy-parts.mjs';

/**
 * @typedef {import('./lazy-parts.mjs').Part & {input: string, loads: Set<string>, needs:
 * Map<string, Set<string>>}} Surveyed
 */

function union(/** @type {Iterable<string>[]} */ ...sets) {
  return new Set(sets.flatMap((set) => [...set]));
}
function isSame(/** @type {Set<string>} */ a, /** @type {Set<string>} */ b) {
  return a.size === b.size && [...a].every((item) => b.has(item));
}

/** What a file holds and loads, given what it is handed. */
async function look(
  /** @type {string} */ input,
  /** @type {Set<string>} */ given,
  /** @type {() => import('rollup').Plugin[]} */ plugins,
) {
  /** @type {Set<string>} */
  const loads = new Set();
  const handed = new Map();
  const part = { given, own: new Set(), provided: new Map(), isLazy: false };
  /** @type {Map<string, Set<string>>} */
  const needs = new Map();
  const listen = {
    onLazy: (/** @type {string} */ id) => loads.add(id),
    onHanded: (/** @type {string} */ id, /** @type {string | undefined} */ name) => {
      handed.set(`handed:${keyOf(id)}`, id);
      if (name) needs.set(id, union(needs.get(id) ?? [], [name]));
    },
  };
  const bundle = await rollup({
    input,
    plugins: [lazyParts(part, undefined, listen), ...plugins()],
    onLog: () => undefined,
  });
  const {
    output: [chunk],
  } = await bundle.generate({ format: 'es' });
  await bundle.close();
  const own = new Set(chunk.moduleIds.filter((id) => !id.startsWith('\0')));
  for (const [from, names] of Object.entries(chunk.importedBindings)) {
    const id = handed.get(from);
    if (names.includes('*')) throw new Error(`${input}: name what you import of ${from}`);
    if (id) needs.set(id, union(needs.get(id) ?? [], names));
  }
  return { own, loads: new Set([...loads].filter((id) => !own.has(id)).sort()), needs };
}

/**
 * Numbers everything that any part hands on.
 * @param {Surveyed[]} parts
 * @returns {import('./lazy-parts.mjs').Table}
 */
function tableOf(parts) {
  const names = new Map();
  for (const { provided } of parts)
    for (const [id, list] of provided) names.set(id, union(names.get(id) ?? [], list));
  const places = [...names]
    .flatMap(([id, list]) => [...list].map((name) => `${keyOf(id)}#${name}`))
    .sort();
  const hash = createHash('sha256');
  for (const id of [...union(...parts.map(({ own }) => own))].sort((a, b) =>
    keyOf(a) < keyOf(b) ? -1 : 1,
  ))
    hash.update(`${keyOf(id)}\n`).update(readFileSync(id));
  return {
    placeOf: (id, name) => places.indexOf(`${keyOf(id)}#${name}`) + 1,
    namesOf: (id) => [...(names.get(id) ?? [])].sort(),
    stamp: hash.digest('base64url').slice(0, 8),
  };
}

/**
 * @param {string[]} inputs the entries
 * @param {() => import('rollup').Plugin[]} plugins
 * @returns {Promise<{parts: Map<string, Surveyed>, table: import('./lazy-parts.mjs').Table}>} by
 * input, entries first
 */
export async function surveyParts(inputs, plugins) {
  /** @type {Map<string, Surveyed>} */
  const parts = new Map();
  const survey = async (
    /** @type {string} */ input,
    /** @type {Set<string>} */ given,
    /** @type {boolean} */ isLazy,
  ) => {
    parts.set(input, {
      input,
      given,
      isLazy,
      provided: new Map(),
      ...(await look(input, given, plugins)),
    });
    return parts.get(input);
  };
  for (const input of inputs) await survey(input, new Set(), false);

  // A lazy part is handed what all of its loaders have. Shrinks towards a fixed point; the bound is
  // against a mistake here.
  for (let round = 0, isSettled = false; !isSettled; round += 1) {
    if (round > 20) throw new Error('lazy parts: no fixed point');
    isSettled = true;
    const offers = new Map();
    for (const { given, own, loads } of parts.values()) {
      const has = union(given, own);
      for (const id of loads)
        offers.set(
          id,
          offers.has(id) ? new Set([...offers.get(id)].filter((item) => has.has(item))) : has,
        );
    }
    for (const [id, given] of [...offers].sort(([a], [b]) => (a < b ? -1 : 1))) {
      given.delete(id);
      const known = parts.get(id);
      if (known && isSame(known.given, given)) continue;
      await survey(id, given, true);
      isSettled = false;
    }
    for (const part of parts.values())
      if (part.isLazy && !offers.has(part.input)) parts.delete(part.input);
  }

  /** Everything a part and the parts below it must be handed from above. */
  const needsOf = (/** @type {Surveyed} */ part, /** @type {Set<string>} */ seen = new Set()) => {
    const all = new Map([...part.needs].map(([id, names]) => [id, new Set(names)]));
    if (seen.has(part.input)) return all;
    for (const id of part.loads) {
      for (const [module, names] of needsOf(parts.get(id), union(seen, [part.input]))) {
        if (!part.own.has(module)) all.set(module, union(all.get(module) ?? [], names));
      }
    }
    return all;
  };
  for (const part of parts.values()) {
    for (const id of part.loads) {
      for (const [module, names] of needsOf(parts.get(id)))
        if (part.own.has(module))
          part.provided.set(module, union(part.provided.get(module) ?? [], names));
    }
  }
  return { parts, table: tableOf([...parts.values()]) };
}
