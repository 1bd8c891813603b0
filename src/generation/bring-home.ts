import { isUserPaysError, UserPaysError } from '../base/error.js';
import type { Job, MadePicture } from '../providers/adapter.js';
import { portsOf, type PictureRun } from './picture-ports.js';
import type { BoughtImage } from './purchase.js';

const lost = (): UserPaysError => new UserPaysError('image-lost', { stage: 'save', charge: 'charged' });

/** The picture's bytes; `undefined` when only its address is to be had. Throws when it is known that there is no picture. */
const bytesOf = async (run: PictureRun, { blob, url }: MadePicture): Promise<Blob | undefined> => {
  if (blob || !url) return blob;
  const { relay, deadlines } = run.order;
  return run.shop.readImage(url, run.signal, relay, deadlines.image).catch((error: unknown) => {
    if (isUserPaysError(error) && !run.signal.aborted) throw error;
    return undefined;
  });
};

/** Brings a made picture home: bytes where the browser may read them, else the provider's own address. Throws `image-lost` or `timed-out`. */
const save = async (run: PictureRun, made: MadePicture | undefined): Promise<BoughtImage> => {
  const { prompt, quote } = run.order;
  const blob = made && await bytesOf(run, made);
  const size = blob && await run.shop.measure(blob);
  const kept = made?.keptAt === undefined ? {} : { keptAt: made.keptAt };
  if (blob && size) return { blob, url: run.shop.urlOf(blob), alt: prompt, ...size, ...kept };
  if (blob || !made?.url) throw lost();
  return { ...kept, url: made.url, alt: prompt, width: made.width ?? quote.request.width, height: made.height ?? quote.request.height };
};

/**
 * Brings a picture that is paid for home, or tells why it can't be had: `image-lost` or `timed-out`. An address that expired is asked for
 * once more, where the provider can be asked: it may hand out a new one for the same picture.
 */
export const bringHome = async (run: PictureRun, made: MadePicture | undefined, job: Job | undefined): Promise<BoughtImage | UserPaysError> => {
  try {
    return await save(run, made);
  } catch (error) {
    const { resume } = run.order.maker;
    if (!made?.url || !job || !resume) return isUserPaysError(error) ? error : lost();
    const again = await resume(job, portsOf(run, run.signal, () => Promise.resolve())).catch(() => undefined);
    if (again?.kind !== 'done' || !again.images[0]) return isUserPaysError(error) ? error : lost();
    return save(run, again.images[0]).catch((reason: unknown) => (isUserPaysError(reason) ? reason : lost()));
  }
};
