import { indexOf } from '../pricing/list-index.js';
import { optionsOf, snake } from '../pricing/options.js';
import type { Offer, OptionSpec, PriceList } from '../pricing/price-list-types.js';
import type { ImageRequest, PricedRequest } from '../pricing/quote-types.js';
import { priceWith, type ChoiceSource } from './choices.js';

type Options = NonNullable<ImageRequest['options']>;

/** An option of the model, and its present value. */
export interface OptionChoice {
  /** As the provider's list spells it. */
  readonly name: string;
  readonly spec: OptionSpec;
  /** The chosen value as text, else the default; `undefined` if nothing is sent. */
  readonly value: string | undefined;
  readonly isChosen: boolean;
  /** True if the price depends on it. */
  readonly isPriced: boolean;
  /** The possible values, each with what the request would cost; empty if the value is typed. */
  readonly values: readonly OptionValue[];
}

interface OptionValue {
  readonly value: string;
  readonly priced: PricedRequest;
}

/** The options of the request's model on its route, in the order of the list. */
export function optionChoices(
  source: ChoiceSource,
  { request: { provider, model, route } }: Pick<PricedRequest, 'request'>,
): readonly OptionChoice[] {
  const offer = offersOf(source.prices, provider, model).find((one) => one.route === route);
  const { options } = source.settings;
  const specs = Object.entries(offer?.options ?? {}).filter(([, { hidden }]) => !hidden);
  const set = optionsOf(offer?.options, {
    options: keptOptions(source.prices, provider, model, options),
  });
  return specs.map(([name, spec]) => {
    const values = valuesOf(spec).map((value) => ({
      value,
      priced: priceWith(source, { options: withOption(options, { name, spec }, value) }),
    }));
    return {
      name,
      spec,
      value: 'code' in set ? spec.usual : set[name],
      isChosen: Object.keys(options).some(
        (one) => isNameOf(one, name, spec) && options[one] !== undefined,
      ),
      isPriced: new Set(values.map(({ priced }) => JSON.stringify(priced.total))).size > 1,
      values,
    };
  });
}

/** The options with this value for one, by whatever name it was given before; none if empty. */
export function withOption(
  options: Options,
  { name, spec }: Pick<OptionChoice, 'name' | 'spec'>,
  value: string,
): Options {
  const others = Object.entries(options).filter(([one]) => !isNameOf(one, name, spec));
  return Object.fromEntries(value === '' ? others : [...others, [name, value]]);
}

/** Those of these options that the model has and whose values it accepts. */
export function keptOptions(
  prices: PriceList,
  provider: string,
  model: string,
  options: Options,
): Options {
  const offers = offersOf(prices, provider, model);
  return Object.fromEntries(
    Object.entries(options).filter(([name, value]) =>
      offers.some(({ options: specs }) =>
        Object.entries(specs ?? {}).some(
          ([own, spec]) =>
            isNameOf(name, own, spec) &&
            !('code' in optionsOf({ [own]: spec }, { options: { [name]: value } })),
        ),
      ),
    ),
  );
}

/** True for every name and spelling by which the option `name` may be given. */
function isNameOf(given: string, name: string, { names = [name] }: OptionSpec): boolean {
  return names.includes(snake(given));
}

function offersOf(prices: PriceList, provider: string, model: string): readonly Offer[] {
  return (
    indexOf(prices)
      .get(provider)
      ?.get(model)
      ?.map(({ offer }) => offer) ?? []
  );
}

function valuesOf({ type, values = [] }: OptionSpec): readonly string[] {
  return type === 'switch' ? ['false', 'true'] : values;
}
