import { release } from '../base/release.js';

export const help = `user-pays-image ${release}: what generated pictures cost, by the prices bundled with it.

  user-pays-image quote --provider ID --model ID [options]   the price of one exact request
  user-pays-image prices [options]                           all prices, with source and date

“quote --help” and “prices --help” have the options. Nothing is fetched: prices have the day on
which they were read, and ≈ where that is too long ago.

Exit codes: 0 done, 1 an argument is invalid, 2 nobody knows the price.
`;

export const quoteHelp = `user-pays-image quote: the price of one exact request, and how it is known

  --provider ID           who is paid, e.g. bfl
  --model ID              e.g. flux-2-pro; “prices --provider bfl” lists them
  --size WIDTHxHEIGHT     pixels, 1024x1024 if left out
  --count N               pictures, 1 if left out
  --references SIZES      sizes of the pictures it starts from, e.g. 1024x1024,800x600
  --option NAME=VALUE     what the model offers beside size, e.g. quality=high; again for more
  --route ID              who serves it where a provider has several; the cheapest if left out
  --unit-price USD        what a picture costs on a server of your own (openai-compatible)
  --prices FILE           a price list to use instead, - for standard input
  --json                  the quote as JSON

Exit codes: 0 there is a price, 1 an argument is invalid, 2 nobody knows the price.
`;

export const pricesHelp = `user-pays-image prices: what one picture costs, row by row, with source and date

  --provider ID           only this provider
  --model ID              only this model, by our id or the provider’s own
  --stale                 only what is past its age limit
  --prices FILE           a price list to use instead, - for standard input
  --json                  the rows as JSON

A row is priced at 1024x1024, or the nearest size that it has. ≈ marks a price that was read too
long ago.
`;
