import type { RuleFacts } from '../rule-kind.js';

/**
 * The facts of the kinds that every reader loads. Only lists that are read need them, so they stand
 * apart.
 */
export const areaStepsFacts: RuleFacts = {
  fields: { each: 'usd', width: 'count', height: 'count', steps: 'count' },
  reads: ['width', 'height', 'steps'],
};

export const declaredMegapixelFacts: RuleFacts = {
  fields: {
    run: 'usd?',
    output: 'usd',
    input: 'usd?',
    inputMost: 'count?',
    inputUnsure: 'true?',
    choices: 'texts?',
  },
  reads: ['width', 'height', 'references', 'options'],
};

export const imageFacts: RuleFacts = {
  fields: { each: 'usd', from: 'usd?', input: 'usd?' },
  reads: ['references'],
};

export const megapixelFacts: RuleFacts = {
  fields: {
    pixels: 'count',
    exact: 'true?',
    first: 'usd?',
    further: 'usd',
    from: 'usd?',
    input: 'usd?',
    inputAsOutput: 'true?',
    inputMost: 'count?',
    inputUnsure: 'true?',
    decimals: 'decimals?',
  },
  reads: ['width', 'height', 'references'],
};

export const selfHostedFacts: RuleFacts = { fields: { each: 'usd' }, reads: ['unitPrice'] };

export const tilesFacts: RuleFacts = {
  fields: {
    tile: 'usd?',
    input: 'usd?',
    step: 'usd?',
    perStep: 'true?',
    steps: 'count?',
    fixed: 'true?',
    maxSteps: 'count?',
  },
  reads: ['width', 'height', 'steps'],
};
