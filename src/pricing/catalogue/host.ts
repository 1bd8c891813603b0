import type { ListedSource, Price } from '../price-list-types.js';
import type { bflSources } from './bfl.js';
import type { guides } from './guides.js';
import type { Row } from './offer.js';

/**
 * One provider's file: where its prices were read, and a row for each model. `Own` are the keys of
 * its sources.
 */
export interface Host<Own extends string = string> {
  readonly sources: Readonly<Record<Own, CitedSource>>;
  readonly rows: Readonly<Record<string, HostRow<Own | SharedSource>>>;
}

/** Sources that speak of several providers' prices. */
export type SharedSource = keyof typeof bflSources | keyof typeof guides;

export interface CitedSource extends ListedSource {
  /** The usual page, without `https://`. Missing where the address of the copy is unknown. */
  readonly page?: string;
}

/** A row with its words. Whatever does not decide is left out at a first look. */
export interface HostRow<Source extends string = string> extends Row<CitedPrice<Source>> {
  /** What other sources say, agreeing or not. A first look leaves it out. */
  readonly others?: readonly OtherPrice<Source>[];
}

/** A price that decides, with the words of its page. */
export interface CitedPrice<Source extends string = string> extends OtherPrice<Source> {
  /** The page, if it is not the usual one of the source. */
  readonly page?: string;
}

export interface OtherPrice<Source extends string = SharedSource> extends Price {
  readonly source: Source;
}

/** The day klein came out: an undated page that names it cannot be older. */
export const kleinDay = '2026-01-15';
