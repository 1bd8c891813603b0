import '../dist/user-pays-image.js';
import { models } from '../dist/pricing.js';
import { embedCode, frameworks, remarks } from './embed-code.js';

const at = (id) => document.querySelector(`#${id}`);
const manifest = await (await fetch(new URL('../custom-elements.json', import.meta.url))).json();
const elements = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName)
  .sort((a, b) => a.tagName.localeCompare(b.tagName));

/** What it starts with: nobody's money, and something to look at. */
const starts = {
  'user-pays-image': { provider: 'sandbox', model: 'flux-2-pro', prompt: 'a harbour at dawn' },
  'user-pays-price': { provider: 'bfl', model: 'flux-2-pro' },
};
/** Where a list of known values helps; any other value may be written, too. */
const known = {
  model: (values) => models(values.provider || 'puter').map(({ id }) => id),
  size: () => ['1024x1024', '1536x1024', '1024x1536', '2048x2048'],
  currency: () => ['EUR', 'GBP', 'JPY', 'CHF', 'BRL', 'INR'],
};

function make(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(key, '');
    else if (value !== undefined && value !== false) node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
}

/** The words of a type: `'puter' | 'sandbox'` can be picked from. */
function choicesOf(type = '') {
  const words = type.split('|').map((word) => word.trim());
  const quoted = words.filter((word) => /^'[^']*'$|^"[^"]*"$/.test(word));
  const isOnlyThose = words.every((word) => quoted.includes(word) || word === 'undefined');
  return isOnlyThose && quoted.length > 1 ? quoted.map((word) => word.slice(1, -1)) : undefined;
}

function knob({ name, type, description, default: usual }) {
  const text = type?.text ?? 'string';
  const start = starts[at('tag').value]?.[name];
  const choices = choicesOf(text);
  const about = aboutIt(name, description);
  const shared = { name, 'aria-describedby': about.id };
  let field;
  if (/^boolean/.test(text)) field = make('input', { ...shared, type: 'checkbox', checked: start });
  else if (choices)
    field = make(
      'select',
      shared,
      make('option', { value: '' }, usual ? `${plain(usual)} (as it comes)` : 'as it comes'),
      ...choices.map((value) => make('option', { value, selected: value === start }, value)),
    );
  else
    field = make('input', {
      ...shared,
      type: /^number/.test(text) ? 'number' : 'text',
      value: start,
      placeholder: usual && plain(usual),
      list: known[name] && `known-${name}`,
      autocomplete: 'off',
      spellcheck: 'false',
    });
  const list = known[name] ? [make('datalist', { id: `known-${name}` })] : [];
  return make('div', {}, make('label', {}, name, field), ...list, about);
}

/** The manifest's words; what stands between backticks is code. */
function aboutIt(name, description = '') {
  const words = description.split('`').map((part, n) => (n % 2 ? make('code', {}, part) : part));
  return make('small', { id: `about-${name}` }, ...words);
}

function plain(usual) {
  return usual.replace(/^['"]|['"]$/g, '');
}

/** A property that holds files; the others are for scripts only. */
function fileKnob({ name, type, description }) {
  const about = aboutIt(name, description);
  const isMany = type.text.includes('[]');
  const field = make('input', {
    type: 'file',
    accept: 'image/*',
    multiple: isMany,
    'aria-describedby': about.id,
  });
  field.addEventListener('change', () => {
    const files = [...field.files];
    live()[name] = isMany ? files : files[0];
  });
  return make('div', {}, make('label', {}, name, field), about);
}

function live() {
  return at('live').firstElementChild;
}
function shown() {
  return elements.find(({ tagName }) => tagName === at('tag').value);
}
/** Name and value of what is set; `true` for a flag. */
function written() {
  return [...at('attributes').querySelectorAll('[name]')].flatMap((field) => {
    if (field.type === 'checkbox') return field.checked ? [[field.name, true]] : [];
    return field.value === '' ? [] : [[field.name, field.value]];
  });
}

function apply() {
  const now = new Map(written());
  for (const { name } of shown().attributes ?? []) {
    const value = now.get(name);
    if (value === undefined) live().removeAttribute(name);
    else live().setAttribute(name, value === true ? '' : value);
  }
  for (const [name, values] of Object.entries(known)) {
    const offered = values(Object.fromEntries(now)).map((value) => make('option', { value }));
    document.querySelector(`#known-${name}`)?.replaceChildren(...offered);
  }
  const framework = at('framework').value;
  at('code').textContent = embedCode(framework, at('tag').value, written());
  at('remark').textContent = remarks[framework];
  at('copied').textContent = '';
}

function begin() {
  const { tagName, attributes = [], members = [], events = [] } = shown();
  at('attributes').replaceChildren(...attributes.map(knob));
  const named = new Set(attributes.map(({ name, fieldName }) => fieldName ?? name));
  const files = members.filter(
    ({ kind, name, type }) => kind === 'field' && !named.has(name) && /\bBlob\b/.test(type?.text),
  );
  at('properties').replaceChildren(...files.map(fileKnob));
  at('unwritten').hidden = files.length === 0;
  const element = make(tagName);
  at('live').replaceChildren(element);
  at('heard').replaceChildren();
  for (const { name } of events) element.addEventListener(name, hear);
  apply();
}

function hear({ type, detail }) {
  const [what, value] = Object.entries(detail ?? {})[0] ?? [];
  const words = {
    quote: () =>
      value?.total && `${value.total.low} to ${value.total.high} USD, ${value.exactness}`,
    generation: () => value.name,
    purchase: () => `${value.images.length} picture, ${value.receipt.total ?? 'cost unknown'}`,
    error: () => `${value.code}, charge: ${value.charge}`,
  };
  const told = words[what]?.();
  at('heard').prepend(make('li', {}, make('code', {}, type), told ? ` ${told}` : ''));
  while (at('heard').childElementCount > 30) at('heard').lastElementChild.remove();
}

at('tag').append(
  ...elements.map(({ tagName }) =>
    make('option', { selected: tagName === 'user-pays-image' }, tagName),
  ),
);
at('framework').append(...frameworks.map((name) => make('option', {}, name)));
at('tag').addEventListener('change', begin);
at('framework').addEventListener('change', apply);
at('attributes').addEventListener('input', apply);
at('bench').addEventListener('reset', () => setTimeout(begin));
at('bench').addEventListener('submit', (event) => event.preventDefault());
at('copy').addEventListener('click', async () => {
  await navigator.clipboard.writeText(at('code').textContent);
  at('copied').textContent = 'Copied.';
});
begin();
