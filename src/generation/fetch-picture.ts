import { defined } from '../base/defined.js';
import { withDeadline } from '../base/abort.js';
import { isUserPaysError, UserPaysError } from '../base/error.js';
import type { Measured } from '../pictures/measure.js';
import type { Job, MadePicture } from '../providers/outcome.js';
import { isPlainAddress } from '../providers/picture-address.js';
import { portsOf, type PictureRun } from './picture-ports.js';
import type { BoughtImage } from './purchase.js';

/** Addresses of files that not every browser shows: nothing to be seen there does not mean a loss. */
const rarelyShown = /^[^?#]*\.(tiff?|hei[cf]|jxl|jp2|bmp|psd|svgz?)(?:[?#]|$)/i;

/** Milliseconds to wait before each further look at an address. */
const pauses = [400, 1200] as const;

/**
 * Fetches a paid picture. Resolves to the picture or to the error: `image-lost` or `timed-out`,
 * with its address (`facts.url`) where it has one. When an address fails and the provider can
 * resume the job, asks once for a new address of the same picture.
 */
export async function fetchPicture(
  run: PictureRun,
  given: MadePicture | undefined,
  job: Job | undefined,
): Promise<BoughtImage | UserPaysError> {
  const made = given && readable(given);
  try {
    return await save(run, made);
  } catch (error) {
    const next = made?.url && job ? await madeAgain(run, job) : undefined;
    return next
      ? save(run, next).catch((reason: unknown) => missed(reason, next))
      : missed(error, made);
  }
}

/** The same picture at a new address, if the provider still has its job. Never rejects. */
async function madeAgain(run: PictureRun, job: Job): Promise<MadePicture | undefined> {
  try {
    const again = await run.order.imageProvider.resume?.(
      job,
      portsOf(run, run.signal, () => Promise.resolve()),
    );
    const made = again?.kind === 'done' ? again.images[0] : undefined;
    return made && readable(made);
  } catch {
    return undefined;
  }
}

/**
 * The picture without an address that names another host than it seems to (`https://own@evil/`): it
 * is neither read nor shown as a link.
 */
function readable(made: MadePicture): MadePicture {
  const { url = '', ...rest } = made;
  return /^https?:/i.test(url) && !isPlainAddress(url) ? rest : made;
}

/**
 * Fetches a picture: its bytes where the browser may read them, else the provider's own address.
 * Throws `image-lost` or `timed-out`.
 */
async function save(run: PictureRun, made: MadePicture | undefined): Promise<BoughtImage> {
  if (!made) throw lost();
  const { request } = run.order.quote;
  const kept = made.keptAt === undefined ? {} : { keptAt: made.keptAt };
  try {
    const blob = await bytesOf(run, made);
    if (blob) return { ...(await fromBytes(run, blob)), ...kept };
  } catch (error) {
    const isTooLarge = isUserPaysError(error) && error.facts['detail'] === 'too large';
    if (!isTooLarge || !made.url) throw error;
    return {
      ...kept,
      url: made.url,
      alt: run.order.prompt,
      width: made.width ?? request.width,
      height: made.height ?? request.height,
      withheld: 'too-large',
    };
  }
  if (!made.url) throw lost();
  return { ...kept, ...(await fromAddress(run, made.url, made)) };
}

function lost(): UserPaysError {
  return new UserPaysError('image-lost', { stage: 'save', charge: 'charged' });
}

/**
 * The picture's bytes; `undefined` when only its address is available. Throws when it is known that
 * there is no picture.
 */
async function bytesOf(run: PictureRun, { blob, url }: MadePicture): Promise<Blob | undefined> {
  if (blob || !url) return blob;
  const { relay, deadlines } = run.order;
  return run.purchasePorts
    .readImage(url, run.signal, relay, deadlines.image)
    .catch((error: unknown) => {
      if (isUserPaysError(error) && !run.signal.aborted) throw error;
      return undefined;
    });
}

/** The result for a picture whose bytes are here. Throws `image-lost` when they are no picture. */
async function fromBytes(run: PictureRun, bytes: Blob): Promise<BoughtImage> {
  const found = await run.purchasePorts.measure(bytes);
  if (!found) throw lost();
  const { type = bytes.type, url } = found;
  // The type decides how the picture is drawn and saved.
  const blob = bytes.type === type ? bytes : new Blob([bytes], { type });
  return {
    blob,
    url: url ?? run.purchasePorts.urlOf(blob),
    alt: run.order.prompt,
    ...sizeOf(found, run.order.quote.request),
    ...withheld(found),
  };
}

/** The picture's own size; the one that was ordered where it has none. */
function sizeOf(
  found: { readonly width: number; readonly height: number },
  ordered: { readonly width: number; readonly height: number },
): { width: number; height: number } {
  const { width, height } = found.width * found.height > 0 ? found : ordered;
  return { width, height };
}

function withheld({ tooLarge, unshown }: Measured): Pick<BoughtImage, 'withheld'> {
  if (tooLarge) return { withheld: 'too-large' };
  return unshown ? { withheld: 'unshown' } : {};
}

/**
 * The result for a picture that has only an address. Throws `image-lost` when nothing there can be
 * shown, or `timed-out`.
 */
async function fromAddress(
  run: PictureRun,
  url: string,
  { width, height }: MadePicture,
): Promise<BoughtImage> {
  const {
    prompt,
    quote: { request },
  } = run.order;
  const told = {
    url,
    alt: prompt,
    width: width ?? request.width,
    height: height ?? request.height,
  };
  const seen = run.signal.aborted
    ? undefined
    : await lookAgain(run, url).catch((error: unknown) => {
        if (!run.signal.aborted) throw error;
        return undefined;
      });
  // When the reader has stopped waiting, don't wait for a look at the picture either.
  if (run.signal.aborted) return told;
  if (!seen && rarelyShown.test(url)) return { ...told, withheld: 'unshown' };
  if (!seen) throw lost();
  return { ...told, ...sizeOf(seen, told), ...withheld(seen) };
}

/**
 * Looks at an address, again after pauses while it shows nothing. Rejects when the reader stops
 * waiting, and after the deadline.
 */
async function lookAgain(
  { purchasePorts, order, signal }: PictureRun,
  url: string,
): Promise<Measured | undefined> {
  return withDeadline(
    purchasePorts.clock,
    order.deadlines.image,
    signal,
    { stage: 'save', charge: 'charged' },
    async (until) => {
      for (const pause of pauses) {
        const seen = await purchasePorts.look(url, until);
        if (seen || until.aborted) return seen;
        await purchasePorts.clock.sleep(pause, until);
      }
      return purchasePorts.look(url, until);
    },
  );
}

/** The error for the reader, with the picture's address: it may be available there. */
function missed(reason: unknown, made: MadePicture | undefined): UserPaysError {
  const { code, facts } = isUserPaysError(reason) ? reason : lost();
  return new UserPaysError(code, {
    stage: 'save',
    charge: 'charged',
    facts: {
      ...facts,
      ...defined({ url: made?.url || undefined }),
    },
  });
}
