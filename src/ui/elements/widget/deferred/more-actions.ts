import { cameAfterAll } from './doubt.js';
import { keptOptions, withOption } from '../../../../checkout/option-choices.js';
import { isUnreachable } from '../../../../checkout/refusal.js';
import type { CheckoutCore } from '../../../../checkout/core.js';
import { latestActOn } from '../../../../generation/acts.js';
import { setKeepsCloudCopy } from '../../../../generation/cloud-copy.js';
import { setKeepsPrompts } from '../../../../generation/kept-prompts.js';
import type { KeptPictures } from '../../../../pictures/picture-library.js';
import type { ActionPorts, MoreActions } from '../action-types.js';
import { isDrawnAsSet, type ButtonWithWords } from '../action.js';
import type { Gallery } from '../gallery-model.js';
import type { DeferredPorts, Picker } from '../model.js';
import type { Forgotten } from './forgotten.js';
import type { PicturesOnShow } from './picture-state.js';

interface Ports extends DeferredPorts {
  readonly pictures: PicturesOnShow;
  readonly forgotten: Forgotten;
  readonly gallery: () => Gallery | undefined;
  readonly refreshStrip: () => void;
  readonly picker: () => Picker | undefined;
  readonly focusButton: () => void;
  readonly focusOn: (selector: string) => void;
}

/** The actions that the first look does not need. */
export function moreActions(ports: Ports): MoreActions {
  const { checkout, state, redraw } = ports;
  return {
    ...optionActions(checkout, ports.change),
    ...referenceActions(checkout, ports.change),
    ...purchaseActions(ports),
    ...accountActions(checkout, redraw),
    ...pictureActions(ports),
    plan: (models) => {
      state.plan = models;
      redraw();
    },
    searchModels: (query) => ports.picker()?.search(query),
    pointAtModel: (key) => ports.picker()?.pointAt(key),
    chooseModel: (row) => ports.picker()?.choose(row),
    focusOn: ports.focusOn,
    focusButton: () => void ports.drawn().then(ports.focusButton),
  };
}

/** Another model keeps the options that it has and whose values it accepts. */
function optionActions(
  checkout: CheckoutCore,
  change: ActionPorts['change'],
): Pick<MoreActions, 'change' | 'setOption'> {
  return {
    change: (settings) => {
      const { model, options } = settings;
      if (model === undefined || options !== undefined) return change(settings);
      const { prices, settings: now } = checkout.source;
      const kept = keptOptions(prices, now.provider, model, now.options);
      return change({ ...settings, options: kept });
    },
    setOption: (option, value) =>
      change({ options: withOption(checkout.settings.options, option, value) }),
  };
}

function referenceActions(
  checkout: CheckoutCore,
  change: ActionPorts['change'],
): Pick<MoreActions, 'shrinkReference' | 'fitReferences'> {
  return {
    shrinkReference: async (blob) => {
      const { shrunk } = await import('../../../../pictures/reference.js');
      const small = await shrunk(blob);
      const { references } = checkout.settings;
      if (small) change({ references: references.map((each) => (each === blob ? small : each)) });
      return small !== undefined;
    },
    fitReferences: (pixels) => void fitted(checkout, pixels, change),
  };
}

async function fitted(
  checkout: CheckoutCore,
  pixels: number,
  change: ActionPorts['change'],
): Promise<void> {
  const { fit } = await import('../../../../pictures/fit.js');
  const { references } = checkout.settings;
  const smaller = await Promise.all(
    references.map(async (blob) => (await fit(blob, { pixels }))?.blob ?? blob),
  );
  // The reader may have changed them meanwhile.
  if (checkout.settings.references === references) change({ references: smaller });
}

function purchaseActions(
  ports: Ports,
): Pick<MoreActions, 'confirm' | 'cancel' | 'leave' | 'buyAt' | 'dismiss'> {
  const { checkout, state, change, drawn, redraw, redrawFromNothing, generate } = ports;
  return {
    // No script of the page answers for the reader; with play money anybody may.
    confirm: (quoteId, by) => {
      const { generation } = checkout;
      const isPlay = 'quote' in generation && generation.quote.simulated;
      const isReaders = isPlay || (by.isTrusted && latestActOn(by.currentTarget));
      if (!isReaders || isUnreachable(checkout.quote)) return;
      const yes = ports.root()?.querySelector<ButtonWithWords>('.confirm .buy');
      // The yes says what is paid: one that says something else counts for nothing.
      if (yes && !isDrawnAsSet(yes)) redrawFromNothing();
      else checkout.purchases.confirm(quoteId, by);
    },
    cancel: () => checkout.purchases.cancel(),
    leave: () => {
      const left = checkout.purchases.cancel(true);
      // Its pictures may come while another purchase is on show.
      void left?.done.catch(() => undefined).then(ports.refreshStrip);
    },
    buyAt: (price, settings) => {
      change(settings);
      void drawn().then(() => {
        const { request, total } = checkout.quote;
        if (request.model === settings.model && total?.high === price)
          generate().catch(() => undefined);
      });
    },
    dismiss: () => {
      state.dismissed = checkout.generation;
      redraw();
    },
  };
}

function accountActions(
  checkout: CheckoutCore,
  redraw: () => void,
): Pick<MoreActions, 'signIn' | 'signOut' | 'setKey' | 'raiseLimit' | 'settle'> {
  return {
    signIn: () => void checkout.account.signIn().catch(() => undefined),
    signOut: () => checkout.account.signOut(),
    setKey: (key, keep) => void checkout.account.setKey(key, { keep }).catch(() => undefined),
    settle: (doubts, isCharged) => {
      const { journal } = checkout.page;
      const answers = doubts.flatMap(({ id, high }) => {
        const charged = isCharged ? high : '0';
        return charged === undefined ? [] : [{ id, charged }];
      });
      void journal.settleByReader(answers).then(redraw, () => undefined);
    },
    raiseLimit: (cap, limit) => {
      const { journal } = checkout.page;
      const caps = { ...journal.readerCaps(), [cap]: limit };
      void journal.setReaderCaps(caps, { raise: true }).then(redraw, () => undefined);
    },
  };
}

type PictureVerb =
  | 'dismissRecovered'
  | 'keepCloudCopy'
  | 'keepPrompts'
  | 'searchPictures'
  | 'unfoldTools'
  | 'note'
  | 'forget'
  | 'undoForget'
  | 'keep'
  | 'forgetAll'
  | 'keepAll'
  | 'pin'
  | 'showMore'
  | 'pictureFailed';

function pictureActions(ports: Ports): Pick<MoreActions, PictureVerb> {
  const { checkout, state, pictures, gallery, redraw } = ports;
  return {
    ...forgetActions(ports),
    dismissRecovered: (dismissed) => {
      const { recovered } = checkout.page;
      // The failure that they had has ended with them.
      if (cameAfterAll({ pictures: checkout.pictures, recovered: dismissed }))
        state.dismissed = checkout.generation;
      recovered.set(recovered.get().filter((each) => !dismissed.includes(each)));
    },
    keepCloudCopy: (isOn) => {
      setKeepsCloudCopy(checkout.page.store, checkout.settings.provider, isOn);
      redraw();
    },
    keepPrompts: (isOn) => {
      setKeepsPrompts(checkout.page.store, isOn);
      redraw();
    },
    searchPictures: (query) => gallery()?.search(query),
    unfoldTools: (id) => pictures.unfold(id),
    note: (id, words) => pictures.note(id, words),
    keep: () => pictures.keep(),
    keepAll: () => gallery()?.keepAll(),
    pin: (id, isPinned) => gallery()?.pin(id, isPinned),
    showMore: () => gallery()?.showMore(),
    pictureFailed: (image) => pictures.failed(image),
  };
}

/** Forgetting takes two presses; the last one can be undone. */
function forgetActions({
  checkout,
  pictures,
  gallery,
  forgotten,
  refreshStrip,
  focusOn,
  drawn,
  redraw,
}: Ports): Pick<MoreActions, 'forget' | 'forgetAll' | 'undoForget'> {
  const shelf = async (): Promise<KeptPictures> => (await checkout.services()).pictures;
  const done = (): void => {
    refreshStrip();
    redraw();
  };
  const forget = (which: (kept: KeptPictures) => Promise<readonly string[]>): void =>
    void shelf()
      .then(async (kept) => forgotten.forget(kept, await which(kept)))
      .then(done)
      .catch(() => undefined);
  return {
    forget: (id) => {
      if (pictures.isSure(id)) forget(() => Promise.resolve([id]));
    },
    forgetAll: () => {
      if (gallery()?.isSureOfAll()) forget(async (kept) => (await kept.list()).map(({ id }) => id));
    },
    undoForget: () => {
      void shelf()
        .then((kept) => forgotten.undo(kept))
        .then(() => {
          done();
          void drawn().then(() => focusOn('[part~="prompt"]'));
        })
        .catch(() => undefined);
    },
  };
}
