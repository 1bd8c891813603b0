import { linksOf } from '../../../../accounts/provider-links.js';
import { providerName } from '../../../../accounts/provider-records.js';
import { warnOnce } from '../../../../base/warn-once.js';
import type { UserPaysError } from '../../../../base/error.js';
import { isLoopback } from '../../../../providers/key-gate.js';
import type { View, WidgetModel } from '../model.js';
import { html, nothing } from 'lit';
import { tabLinkView } from './tab-link.js';

/** A link to the provider's page for keys. */
export function keyLinkView(model: WidgetModel): View {
  return linkView(
    model,
    'get-key',
    linksOf(model.settings.provider)?.keys,
    model.words.keyGet(model.payer.name),
  );
}

function linkView(model: WidgetModel, part: string, url: string | undefined, text: string): View {
  return url === undefined ? nothing : html`<p>${tabLinkView(model, { part, url, text })}</p>`;
}

/**
 * A link to the page where the reader can top up. `isOver`: what the reader has is not enough, as far
 * as the page knows; of a key with a limit money would not help.
 */
export function topUpView(model: WidgetModel, isOver = false): View {
  if (isOver && model.account.limit !== undefined) return keyLinkView(model);
  return linkView(
    model,
    'top-up',
    linksOf(model.settings.provider)?.topUp,
    model.words.topUp(model.payer.name),
  );
}

/** True where money in the account would help. It is the last of the ways out. */
export function isTopUp({ code, facts }: UserPaysError): boolean {
  return (
    (code === 'insufficient-funds' && !facts.reason) ||
    (code === 'over-budget' && facts.cap === 'balance')
  );
}

/** The sentence for what a refusal says beside its code; `undefined` where it says no more. */
export function reasonText(
  { words, payer }: WidgetModel,
  error: UserPaysError,
): string | undefined {
  const { reason = '', provider } = error.facts;
  if (reason === 'empty-prompt') return words.whyEmpty;
  const { [reason]: said }: Partial<Record<string, (provider: string) => string>> = words.reasons;
  return said?.(provider === undefined ? payer.name : providerName(provider));
}

/** What the reader can put right at the provider, where the account lacks something. */
const ofAccount = ['email', 'phone', 'card', 'suspended', 'plan'];

/** A link to the provider where the account lacks something else than money. */
export function accountPageView(model: WidgetModel, { facts }: UserPaysError): View {
  const links = linksOf(model.settings.provider);
  const { words, payer } = model;
  return ofAccount.includes(facts.reason ?? '')
    ? linkView(model, 'open-provider', links?.home ?? links?.topUp, words.openProvider(payer.name))
    : nothing;
}

/** What the reader, or the page's owner, can do about what the browser blocked. */
export function adviceView(model: WidgetModel, { code, stage, facts }: UserPaysError): View {
  return code === 'blocked-by-browser' && !facts.reason
    ? html`<p part="advice">
        ${stage === 'account' ? scriptBlocked(model, facts.host ?? '') : wallText(model)}
      </p>`
    : nothing;
}

/** True where the advice tells what happened, too. */
export function saysAll(model: WidgetModel, { stage }: UserPaysError): boolean {
  return stage === 'account' || wallOf(model) === 'provider';
}

/** What readers can do. What only the page's owner can do is written to the console. */
function scriptBlocked({ words, payer }: WidgetModel, host: string): string {
  warnOnce(
    `the script at ${host} could not be loaded. Let the page's Content-Security-Policy allow it, or name a copy in PUTER_SDK_URL.`,
  );
  return words.scriptBlocked(payer.name, host);
}

function wallText(model: WidgetModel): string {
  const { words, payer } = model;
  const wall = wallOf(model);
  if (wall !== 'provider') return words.walls[wall];
  warnOnce(
    `${payer.name} lets no page ask it directly. Name a relay (attribute relay), or take another provider.`,
  );
  return words.notFromHere(payer.name);
}

/**
 * What kept the page from the server: its relay, an http server on an https page, a server of one's
 * own that did not answer, or a provider that refuses browsers.
 */
function wallOf({ settings }: WidgetModel): 'relay' | 'mixed' | 'server' | 'provider' {
  const { provider, endpoint = '', relay } = settings;
  if (relay !== undefined) return 'relay';
  if (linksOf(provider) || !URL.canParse(endpoint)) return 'provider';
  const { protocol, hostname } = new URL(endpoint);
  return location.protocol === 'https:' && protocol === 'http:' && !isLoopback(hostname)
    ? 'mixed'
    : 'server';
}
