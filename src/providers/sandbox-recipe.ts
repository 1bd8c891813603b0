import type { Seed } from '../base/seed.js';
/**
 * What a prompt becomes as an image: only small numbers, so that a job can be stored without the
 * prompt.
 */
export interface Recipe {
  readonly ground: number;
  readonly subject: number;
  readonly palette: number;
  /** Sum of `weather` flags. */
  readonly sky: number;
  readonly seed: number;
}

export const weather = { night: 1, fog: 2, rain: 4, snow: 8, planet: 16, dusk: 32 } as const;

/** Words that choose the ground. The first match wins; its index is the number in the recipe. */
const grounds = [
  /hill|field|meadow|desert|dune|farm|valley|wiese|colline|colina/,
  /\bsea|ocean|beach|coast|harbou?r|wave|lake|river|island|boat|ship|sail|lighthouse|leuchtturm|meer|\bmer\b|\bmar\b|phare|\bfaro|海|بحر/,
  /mountain|alps|peak|summit|cliff|volcano|berg|montagne|montañ|montanha|山|جبل/,
  /forest|wood|tree|pine|jungle|fox|owl|deer|wald|for[eê]t|bosque|floresta|森|غابة/,
  /\bcit(y|ies)|town|street|skyline|skyscraper|building|tokyo|paris|new york|stadt|ville|ciudad|cidade|街|市|مدينة/,
];
const subjects = [
  /$^/,
  /lighthouse|leuchtturm|phare|\bfaro|灯台|灯塔|منارة/,
  /fox|\bdogs?\b|puppy|wolf|animal|fuchs|hund|renard|raposa|zorro|狐|キツネ|犬/,
  /\bcats?\b|kitten|katze|\bchat|\bgat[oa]|猫|قط/,
  /portrait|wom[ae]n|\bm[ae]n\b|girl|boy|face|person|queen|king|poet|people|frau|femme|mujer|mulher|人|女/,
  /flower|rose|tulip|poppy|daisy|vase|garden|plant|bouquet|blume|fleur|flor|花|زهرة/,
  /boat|ship|sail|boot|bateau|barco|船|قارب/,
];
const skies = [
  /night|moon|star|midnight|dark|nacht|nuit|noche|noite|夜|ليل/,
  /fog|mist|haz[ey]|nebel|brume|niebla|neblina|霧|雾|ضباب/,
  /rain|storm|regen|pluie|lluvia|雨|مطر/,
  /snow|winter|ice|schnee|neige|nieve|雪|冬|ثلج/,
  /planet|space|galaxy|saturn|cosm|rocket|astronaut/,
  /dusk|sunset|dawn|sunrise|evening|abend|soir/,
];
const palettes = [
  /teal|coast|vintage/,
  /purple|violet|plum|dusk|sunset/,
  /green|forest|spring/,
  /blue|winter|ice|blau|bleu|azul|青/,
  /pink|neon|blossom|cherry|rosa/,
  /\bblack|white|mono|charcoal|pencil|ink\b/,
  /\bred\b|autumn|fire|mars|rot\b|rouge|rojo|赤/,
  /gold|yellow|orange|desert|sun\b|amber/,
];

/**
 * Converts a prompt to a recipe. What its words do not decide, the hash of prompt and seed does.
 */
export function recipe(prompt: string, seed: Seed): string {
  const words = prompt.normalize('NFKC').toLowerCase();
  const dice = hash(`${words}\n${seed}`);
  const pick = (tests: readonly RegExp[], otherwise: number): number => {
    const found = tests.findIndex((test) => test.test(words));
    return found < 0 ? otherwise : found;
  };
  const sky = skies.reduce((sum, test, bit) => sum | (test.test(words) ? 1 << bit : 0), 0);
  return [
    pick(grounds, dice % grounds.length),
    pick(subjects, 0),
    pick(palettes, (dice >>> 8) % palettes.length),
    sky,
    dice,
  ]
    .map((part) => part.toString(36))
    .join('.');
}

/**
 * FNV-1a over UTF-16 units, with extra mixing so that every bit also depends on the last character.
 */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  sum = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  return (sum ^ (sum >>> 13)) >>> 0;
}

/** Reads a job's recipe; a damaged one still gives an image. */
export function readRecipe(text: string): Recipe {
  const [ground = 0, subject = 0, palette = 0, sky = 0, seed = 0] = text
    .split('.')
    .map((part) => parseInt(part, 36) || 0);
  return {
    ground: ground % grounds.length,
    subject: subject % subjects.length,
    palette: palette % palettes.length,
    sky,
    seed,
  };
}
