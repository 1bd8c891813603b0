import type { PricedRequest } from '../../../../pricing/quote-types.js';
import { typed } from '../../../typed.js';
import type { View, Widget } from '../view.js';
import { raisedLimit, type Limit } from './limits.js';
import { amount, priceText } from '../../../amount.js';
import { html, nothing } from 'lit';
import {
  modelChoices,
  priceWith,
  sizeChoices,
  sizeText,
  sizeValue,
  takeModel,
} from '../choices.js';
import { compareUsd, usd } from '../../../../pricing/money.js';

/** One click that makes a refused purchase possible, named with its price. */
interface WayOut {
  readonly label: string;
  readonly take: () => void;
}

/** Ways to stay under a limit or a balance; `most` is what is left of it. */
export function cheaperView(widget: Widget, most: string | undefined, limit?: Limit): View {
  return listed(widget, [...cheaper(widget, most), ...(limit ? raise(widget, limit) : [])]);
}

function listed(widget: Widget, ways: readonly WayOut[]): View {
  return ways.length === 0
    ? nothing
    : html` <ul class="ways" part="ways-out" aria-label=${widget.words.wayOut}>
        ${ways.map(
          ({ label, take }) =>
            html`<li>
              <button
                type="button"
                class="second"
                part="way-out"
                @click=${() => {
                  widget.widgetState.dismissed = widget.generation;
                  take();
                  widget.requestUpdate();
                }}
              >
                ${label}
              </button>
            </li>`,
        )}
      </ul>`;
}

/**
 * Ways to pay less, in this order: a smaller size (of the same shape first), fewer pictures, a
 * cheaper model. Each the best that still fits.
 */
function cheaper(widget: Widget, most: string | undefined): WayOut[] {
  const { words: terms, quote, amounts } = widget;
  const { width = 1, height = 1, count = 1 } = quote?.request ?? {};
  const fit = fits(widget, most);
  const price = (priced: PricedRequest): string => priceText(priced, amounts) ?? terms.priceUnknown;
  const off = (size: { width: number; height: number }): number =>
    Math.abs(Math.log((size.width * height) / (size.height * width)));
  const [size] = sizeChoices(widget)
    .filter(({ priced }) => fit(priced))
    .sort((a, b) => off(a) - off(b) || dearestFirst(a.priced, b.priced));
  const fewer = Array.from({ length: count - 1 }, (_, index) => count - 1 - index)
    .map((n) => ({ n, priced: priceWith(widget, { count: n }) }))
    .find(({ priced }) => fit(priced));
  const [model] = modelChoices(widget)
    .filter(({ draft, priced }) => !draft && fit(priced))
    .sort((a, b) => dearestFirst(a.priced, b.priced));
  return [
    ...(size
      ? [
          {
            label: terms.smaller(sizeText(size), price(size.priced)),
            take: () => {
              widget.size = sizeValue(size);
            },
          },
        ]
      : []),
    ...(fewer
      ? [
          {
            label: terms.fewer(fewer.n, price(fewer.priced)),
            take: () => {
              widget.count = fewer.n;
            },
          },
        ]
      : []),
    ...(model
      ? [
          {
            label: terms.useModel(model.name, price(model.priced)),
            take: () => takeModel(widget, model.id),
          },
        ]
      : []),
  ];
}

/** True for a price that is known, below what is on show and within what is left. */
function fits(widget: Widget, most: string | undefined) {
  return ({ total }: PricedRequest): boolean => {
    const now = widget.quote?.total?.high;
    return (
      total !== undefined &&
      (now === undefined || compareUsd(usd(total.high), usd(now)) < 0) &&
      (most === undefined || compareUsd(usd(total.high), usd(most)) <= 0)
    );
  };
}

function dearestFirst(a: PricedRequest, b: PricedRequest): number {
  return compareUsd(usd(b.total?.high ?? '0'), usd(a.total?.high ?? '0'));
}

function raise(widget: Widget, limit: Limit): WayOut[] {
  const needed = raisedLimit(widget, limit);
  const { journal } = widget.pageServices;
  return needed === undefined
    ? []
    : [
        {
          label: widget.words.raise(amount(needed, widget.dollars, typed)),
          take: () =>
            void journal
              .setReaderCaps({ ...journal.readerCaps(), [limit.cap]: needed }, { raise: true })
              .then(
                () => widget.requestUpdate(),
                () => undefined,
              ),
        },
      ];
}

export function repairsView(widget: Widget): View {
  return listed(widget, repairs(widget));
}

/** What can be done about a request that has no price. */
function repairs(widget: Widget): WayOut[] {
  const { words: terms, quote, amounts } = widget;
  const snap = quote?.hints.find(({ kind, facts }) => kind === 'snap' && facts.width);
  if (snap) {
    const size = { width: Number(snap.facts.width), height: Number(snap.facts.height) };
    const price = priceText(priceWith(widget, size), amounts);
    return price === undefined
      ? []
      : [
          {
            label: terms.useSize(sizeText(size), price),
            take: () => {
              widget.size = sizeValue(size);
            },
          },
        ];
  }
  const { mostReferences, references } = widget;
  if (quote?.problem?.code === 'too-many-references' && mostReferences > 0) {
    return [
      {
        label: terms.removeReference(`${mostReferences + 1}–${references.length}`),
        take: () => {
          widget.references = references.slice(0, mostReferences);
        },
      },
    ];
  }
  const model = modelChoices(widget).find(({ draft, priced }) => !draft && priced.total);
  return model
    ? [
        {
          label: terms.useModel(model.name, priceText(model.priced, amounts) ?? ''),
          take: () => takeModel(widget, model.id),
        },
      ]
    : [];
}
