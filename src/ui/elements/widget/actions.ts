import type { CheckoutCore } from '../../../checkout/core.js';
import type { CheckoutSettings } from '../../../checkout/settings.js';
import { setKeepsCloudCopy } from '../../../generation/cloud-copy.js';
import { isBusy } from '../../../generation/machine.js';
import type { Gallery, WidgetActions } from './model.js';
import type { WidgetState } from './widget-state.js';

/** What actions work on, beside the checkout. */
export interface ActionPorts {
  readonly state: WidgetState;
  readonly gallery: () => Gallery | undefined;
  /** Sets properties of the element, so that the page sees them, too. */
  readonly change: (settings: Partial<CheckoutSettings>) => void;
  readonly redraw: () => void;
  /** Resolves when what changed is on show. */
  readonly drawn: () => Promise<unknown>;
  readonly focusButton: () => void;
  /** Milliseconds until the button may be pressed again. */
  readonly wait: () => number;
}

/** The reader's verbs on one widget; made once. */
export function createActions(checkout: CheckoutCore, ports: ActionPorts): WidgetActions {
  const { state, change, redraw } = ports;
  return {
    ...referenceActions(checkout, change),
    ...purchaseActions(checkout, ports),
    ...accountActions(checkout, redraw),
    ...pictureActions(checkout, ports),
    change,
    redraw,
    toggle: (section, open) => state.toggle(section, open),
    plan: (models) => {
      state.plan = models;
      redraw();
    },
    drag: (isOver) => {
      if (state.isDragging === isOver) return;
      state.isDragging = isOver;
      redraw();
    },
    focusButton: () => void ports.drawn().then(ports.focusButton),
  };
}

function referenceActions(
  checkout: CheckoutCore,
  change: ActionPorts['change'],
): Pick<WidgetActions, 'addReferences' | 'shrinkReference' | 'fitReferences'> {
  return {
    addReferences: (files) => {
      const { references } = checkout.settings;
      const images = [...(files ?? [])].filter(({ type }) => type.startsWith('image/'));
      const room = checkout.mostReferences - references.length;
      if (images.length === 0 || room <= 0) return false;
      change({ references: [...references, ...images.slice(0, room)] });
      return true;
    },
    shrinkReference: async (blob) => {
      const { shrunk } = await import('../../../pictures/reference.js');
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
  const { fit } = await import('../../../pictures/fit.js');
  const { references } = checkout.settings;
  const smaller = await Promise.all(
    references.map(async (blob) => (await fit(blob, { pixels }))?.blob ?? blob),
  );
  // The reader may have changed them meanwhile.
  if (checkout.settings.references === references) change({ references: smaller });
}

function purchaseActions(
  checkout: CheckoutCore,
  { state, change, drawn, redraw, wait }: ActionPorts,
): Pick<WidgetActions, 'press' | 'confirm' | 'cancel' | 'buyAt' | 'dismiss'> {
  return {
    // A double click and a held key are one press.
    press: (by) => {
      const { generation } = checkout;
      if (by.detail > 1 || wait() > 0 || isBusy(generation) || generation.name === 'confirming')
        return;
      if (!canBuy(checkout)) return;
      checkout.generate(by).catch(() => undefined);
    },
    confirm: (quoteId, by) => checkout.purchases.confirm(quoteId, by),
    cancel: () => checkout.purchases.cancel(),
    buyAt: (price, settings) => {
      change(settings);
      void drawn().then(() => {
        const { request, total } = checkout.quote;
        if (request.model === settings.model && total?.high === price)
          checkout.generate().catch(() => undefined);
      });
    },
    dismiss: () => {
      state.dismissed = checkout.generation;
      redraw();
    },
  };
}

/** True for a request that the button offers: words, and a price or the news that it has none. */
export function canBuy({
  isOff,
  settings: { prompt },
  quote: { problem },
}: Pick<CheckoutCore, 'isOff' | 'settings' | 'quote'>): boolean {
  return !isOff && prompt.trim() !== '' && (!problem || problem.code === 'no-price');
}

function accountActions(
  checkout: CheckoutCore,
  redraw: () => void,
): Pick<WidgetActions, 'signIn' | 'signOut' | 'setKey' | 'raiseLimit'> {
  return {
    signIn: () => void checkout.signIn().catch(() => undefined),
    signOut: () => checkout.account.signOut(),
    setKey: (key, keep) => void checkout.setKey(key, { keep }).catch(() => undefined),
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
  | 'unfoldTools'
  | 'note'
  | 'forget'
  | 'forgetAll'
  | 'keepAll'
  | 'pin'
  | 'showMore'
  | 'pictureFailed';

function pictureActions(
  checkout: CheckoutCore,
  { state, gallery, redraw }: ActionPorts,
): Pick<WidgetActions, PictureVerb> {
  return {
    dismissRecovered: (pictures) => {
      const { recovered } = checkout.page;
      recovered.set(recovered.get().filter((each) => !pictures.includes(each)));
    },
    keepCloudCopy: (isOn) => {
      setKeepsCloudCopy(checkout.page.store, checkout.settings.provider, isOn);
      redraw();
    },
    unfoldTools: (id) => state.unfold(id),
    note: (id, words) => state.note(id, words),
    forget: (id, done) => {
      if (!state.isSure(id)) return;
      void checkout
        .services()
        .then(({ pictures }) => pictures.forget(id))
        .then(() => state.note(id, done));
    },
    forgetAll: () => gallery()?.forgetAll(),
    keepAll: () => gallery()?.keepAll(),
    pin: (id, isPinned) => gallery()?.pin(id, isPinned),
    showMore: () => gallery()?.showMore(),
    pictureFailed: (image) => {
      state.unloaded.add(image);
      redraw();
    },
  };
}
