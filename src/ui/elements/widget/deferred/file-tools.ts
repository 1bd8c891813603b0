import { nothing } from 'lit';
import { defined } from '../../../../base/defined.js';
import type { BoughtImage, PictureState } from '../../../../generation/purchase.js';
import { labelled, type PictureLabel } from '../../../../pictures/label.js';
import { isDecoded } from '../../../../pictures/measure.js';
import {
  copyable,
  copyPicture,
  download,
  pictureFileName,
  shareable,
  sharePicture,
  type Handed,
} from '../../../../pictures/save-file.js';
import type { WidgetActions } from '../action-types.js';
import type { View, WidgetModel } from '../model.js';
import { tabLinkView } from './tab-link.js';
import { toolButton } from './tool-button.js';

/* Tools that hand a picture over as a file: download, copy, share. */

export function downloadTool(
  model: WidgetModel,
  picture: PictureState,
  { blob, url, withheld }: BoughtImage,
  which: string,
): View {
  const { words: terms } = model;
  if (blob) {
    const name = fileNameOf(picture, blob);
    return toolButton(
      terms.download,
      'download',
      () => void fileOf(picture, blob).then((file) => download(file, name)),
      which,
    );
  }
  // An address that shows nothing is no download; it stands under the picture.
  if (withheld === 'unloaded' || !/^https?:/.test(url)) return nothing;
  return tabLinkView(model, { part: 'download', url, text: terms.download, looks: 'plain' });
}

export function copyTool(
  model: WidgetModel,
  actions: WidgetActions,
  { id, image }: PictureState,
  which: string,
): View {
  const blob = image?.blob;
  if (!blob || image.withheld || !isDecoded(blob.type) || !copyable()) return nothing;
  const copy = (): void => void noted(model, actions, id, copyPicture(blob));
  return toolButton(model.words.copy, 'copy', copy, which);
}

async function noted(
  { words }: WidgetModel,
  actions: WidgetActions,
  id: string,
  work: Promise<Handed>,
): Promise<void> {
  const what = await work;
  // A share sheet that was closed is no failure worth a word.
  if (what === 'done') actions.note(id, words.copied);
  else if (what === 'unsupported') actions.note(id, words.couldNot);
}

export function shareTool(
  { words: terms }: WidgetModel,
  picture: PictureState,
  which: string,
): View {
  const blob = picture.image?.blob;
  if (!blob) return nothing;
  const name = fileNameOf(picture, blob);
  if (!shareable(fileFrom(blob, name))) return nothing;
  return toolButton(
    terms.share,
    'share',
    () => void fileOf(picture, blob).then((file) => sharePicture(file, name)),
    which,
  );
}

export function fileFrom(blob: Blob, name: string): File {
  return new File([blob], name, { type: blob.type });
}

export function fileNameOf({ image, receipt, seed }: PictureState, { type }: Blob): string {
  return pictureFileName(type, {
    words: image?.alt ?? '',
    at: receipt?.at ?? Date.now(),
    ...defined({ seed }),
  });
}

/** The picture file with its cost, model, seed and date written into it. */
async function fileOf(picture: PictureState, blob: Blob): Promise<Blob> {
  const label = pictureLabelOf(picture);
  return label ? labelled(blob, label) : blob;
}

function pictureLabelOf({ receipt, seed }: PictureState): PictureLabel | undefined {
  return (
    receipt && {
      provider: receipt.provider,
      model: receipt.model,
      at: receipt.at,
      simulated: receipt.simulated,
      ...defined({
        route: receipt.route,
        cost: receipt.together ? undefined : receipt.charged,
        seed,
      }),
    }
  );
}
