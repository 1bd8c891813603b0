import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';
import { root } from '../run/install.mjs';
import { globals, mayImport } from './rooms.mjs';

const rooms = Object.keys(mayImport);
const unsafeTemplates = [
  'unsafe-html',
  'unsafe-svg',
  'unsafe-mathml',
  'unsafe-static',
  'style-map',
];

const zones = rooms.map((room) => ({
  target: `./src/${room}`,
  from: './src',
  except: [`./${room}`, ...(mayImport[room] ?? []).map((path) => `./${path}`)],
  message: `${room}/ may import: ${mayImport[room]?.join(', ') || 'nothing of ours'}.`,
}));

const restrictedImports = (
  /** @type {{name: string, message: string}[]} */ paths,
  /** @type {{group: string[], message: string}[]} */ patterns,
) => [
  'error',
  {
    paths,
    patterns: [
      {
        group: unsafeTemplates.map((name) => `**/${name}*`),
        message: 'Pages here run under a strict CSP and Trusted Types.',
      },
      ...patterns,
    ],
  },
];
const noDecimal = {
  name: 'decimal.js',
  message: 'Only src/pricing/money.ts knows how money is kept.',
};
const noLit = {
  group: ['lit', 'lit/*', 'lit-html', 'lit-html/*', '@lit/*'],
  message: 'Only ui/ draws.',
};

/** `fetch`, `globalThis.fetch` and `window.fetch` alike. */
const without = (/** @type {string[]} */ names) => ({
  'no-restricted-globals': ['error', ...names],
  'no-restricted-properties': [
    'error',
    ...names.flatMap((property) =>
      ['globalThis', 'window', 'self'].map((object) => ({ object, property })),
    ),
  ],
});

const clock = [
  ['MemberExpression[object.name="Date"][property.name="now"]', 'The time is handed in.'],
  ['NewExpression[callee.name="Date"][arguments.length=0]', 'The time is handed in.'],
];

/** What old libraries replace on their pages, and what does the same there. */
const replaced = [
  [
    'CallExpression[callee.object.name="Array"][callee.property.name="from"]',
    'Prototype.js and MooTools replace it: use times() of base, or a spread.',
  ],
  [
    'ForOfStatement > CallExpression.right[arguments.length=0][callee.property.name="entries"][callee.object.type="Identifier"]',
    'Prototype.js replaces that of arrays: count by hand, or use forEach().',
  ],
];

const named = (/** @type {string[][]} */ rules) =>
  rules.map(([selector, message]) => ({ selector, message }));

const syntax = [
  ['TSEnumDeclaration', 'A union of strings says it without code.'],
  ['TSModuleDeclaration[kind!="global"]', 'A module is a file.'],
  ['Decorator', 'Elements list their properties in `static properties`.'],
];

/** What Prettier leaves alone is kept in bounds by hand: only text that must not be broken is wider. */
const width = {
  code: 110,
  ignoreUrls: true,
  ignoreStrings: true,
  ignoreTemplateLiterals: true,
  ignoreRegExpLiterals: true,
};

const arrow = 'VariableDeclarator[id.typeAnnotation=undefined] > ArrowFunctionExpression';
const declarations = ['', 'ExportNamedDeclaration > '].map((path) => [
  `Program > ${path}VariableDeclaration > ${arrow}`,
  'A function of a module is declared: `function name() {}`; arrows are for what is handed on.',
]);

const markup = [
  [
    'CallExpression[callee.name="eval"], NewExpression[callee.name="Function"]',
    'A strict CSP forbids it.',
  ],
  [
    'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc|cssText)$/]',
    'Text from elsewhere never becomes markup.',
  ],
  [
    'CallExpression[callee.property.name=/^write(ln)?$/][callee.object.name="document"]',
    'Text from elsewhere never becomes markup.',
  ],
  [
    'CallExpression[callee.property.name="setAttribute"][arguments.0.value=/^(style|on)/]',
    'A strict CSP forbids it.',
  ],
  [
    'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\s(style|on[a-z]+)\\s*=/]',
    'A strict CSP forbids inline style and handlers.',
  ],
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'dist-*/',
      'node_modules/',
      'coverage/',
      'screenshots/',
      'demo/own-interface/built/',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({ project: `${root}tsconfig.json` }),
      ],
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      'no-restricted-syntax': [
        'error',
        ...named([...syntax, ...declarations, ...markup, ...replaced]),
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-len': ['error', width],
      'no-sequences': 'error',
      'no-cond-assign': ['error', 'always'],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unnecessary-boolean-literal-compare': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // An AbortSignal's reason is passed on as it is.
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'it', 'describe', 'suite'], package: 'node:test' },
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: root, zones }],
      'no-restricted-imports': restrictedImports([noDecimal], [noLit]),
    },
  },
  {
    files: ['src/ui/**/*.ts'],
    rules: { 'no-restricted-imports': restrictedImports([noDecimal], []) },
  },
  {
    files: ['src/pricing/money.ts'],
    rules: { 'no-restricted-imports': restrictedImports([], [noLit]) },
  },
  {
    files: ['src/pricing/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...named([...syntax, ...declarations, ...markup, ...replaced, ...clock]),
      ],
    },
  },
  ...Object.entries(globals).flatMap(([room, { never, except = {} }]) => [
    { files: [`src/${room}/**/*.ts`], rules: without(never) },
    ...Object.entries(except).map(([file, allowed]) => ({
      files: [`src/${room}/${file}`],
      rules: without(never.filter((name) => !allowed.includes(name))),
    })),
  ]),
  {
    files: ['src/**/catalogue/*.ts', 'src/ui/i18n/**/*.ts', 'src/ui/styles/*.ts', 'test/**/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // chai's assertions are expressions.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      'no-restricted-syntax': ['error', ...named([...syntax, ...declarations])],
    },
  },
  {
    files: ['**/*.mjs', 'demo/**/*.js'],
    extends: [tseslint.configs.recommended],
    rules: {
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' },
      ],
    },
  },
);
