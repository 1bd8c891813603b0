import type { Ports } from './image-provider.js';
import type { MadePicture, Outcome } from './outcome.js';
import { unpacked } from './unpacked.js';

/** How many of a reply's images are tried, in case the first is none. One was ordered. */
const tries = 4;

/**
 * Prepares an outcome for the caller: unpacks the image that was ordered, removes what looks like a
 * key from its text. `hosts`: the provider's own; `base`: its address.
 */
export function finished(
  outcome: Outcome,
  ports: Ports,
  hosts: readonly string[],
  base?: string,
): Outcome {
  return outcome.kind === 'done'
    ? { ...outcome, images: firstImage(outcome.images, hosts, base) }
    : cleaned(outcome, ports.key);
}

/** The first of these that is an image, or none. */
export function firstImage(
  images: readonly MadePicture[],
  hosts: readonly string[],
  base?: string,
): readonly MadePicture[] {
  for (const made of images.slice(0, tries)) {
    const image = unpacked(made, hosts, base);
    if (image) return [image];
  }
  return [];
}

/**
 * Removes the key, whole or in parts, and anything that looks like a key from the provider's
 * message.
 */
function cleaned(outcome: Outcome, key = ''): Outcome {
  if (outcome.kind !== 'refused' || outcome.detail === undefined) return outcome;
  const secrets = [key, ...key.split(/[:.]/)].filter((part) => part.length > 5);
  const bare = secrets.reduce(
    (words, secret) => words.split(secret).join('…'),
    outcome.detail.slice(0, 1000),
  );
  return {
    ...outcome,
    detail: bare.replace(/(bearer\s+|\b(sk|pk|r8|hf|bfl|key)[-_])\S{6,}|[\w-]{32,}/gi, '…'),
  };
}
