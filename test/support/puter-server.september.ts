import list from '../recorded/puter/models-2026-09-16.json' with { type: 'json' };
import { charge, type Billed, type Refused } from './puter-september.js';
import type { Args, Made, Row, Size } from './puter-september.types.js';

/** The list of September 2026 as it was served. */
export const september = list;

/** The bill of an order as it comes over the wire. */
export function billOfSeptember(args: Args, made: Made): Billed | Refused {
  return charge(list.models as unknown as readonly Row[], measured(args), made);
}

function measured(args: Args): Args {
  const { input_image, input_images } = args;
  return {
    ...args,
    ...(typeof input_image === 'string' ? { input_image: sizeOf(input_image) } : {}),
    ...(Array.isArray(input_images)
      ? { input_images: input_images.map((one) => sizeOf(String(one))) }
      : {}),
  };
}

/** From the head of a PNG; other pictures stay what they are, which is billed as unreadable. */
function sizeOf(picture: string): Size | string {
  const bytes = Buffer.from(picture.replace(/^data:[^,]*,/, ''), 'base64');
  return bytes.length > 24 && bytes.readUInt32BE(12) === 0x49484452
    ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : picture;
}
