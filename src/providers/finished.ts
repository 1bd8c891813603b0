import type { Ports } from './image-provider.js';
import type { Outcome } from './outcome.js';
import { unpacked } from './unpacked.js';

/** Prepares an outcome for the caller: unpacks images, removes what looks like a key from its text. */
export function finished(outcome: Outcome, ports: Ports): Outcome {
  return outcome.kind === 'done'
    ? { ...outcome, images: outcome.images.flatMap((made) => unpacked(made) ?? []) }
    : cleaned(outcome, ports.key);
}

/**
 * Removes the key, whole or in parts, and anything that looks like a key from the provider's
 * message.
 */
function cleaned(outcome: Outcome, key = ''): Outcome {
  if (outcome.kind !== 'refused' || outcome.detail === undefined) return outcome;
  const secrets = [key, ...key.split(/[:.]/)].filter((part) => part.length > 5);
  const bare = secrets.reduce((words, secret) => words.split(secret).join('…'), outcome.detail);
  return {
    ...outcome,
    detail: bare.replace(/(bearer\s+|\b(sk|pk|r8|hf|bfl|key)[-_])\S{6,}|[\w-]{32,}/gi, '…'),
  };
}
