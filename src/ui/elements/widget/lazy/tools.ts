import { nothing } from 'lit';
import type { PictureState } from '../../../../generation/purchase.js';
import type { View, Widget } from '../view.js';

function load(): Promise<typeof import('../deferred/tools.js')> {
  return import('../deferred/tools.js');
}

/**
 * What can be done with a finished picture. Fetched with the first picture, so that copying and
 * sharing happen inside the click.
 */
export function toolsView(
  widget: Widget,
  picture: PictureState,
  pinned?: { readonly is: boolean; readonly toggle: () => void },
): View {
  return widget.widgetState.lazy(load)?.toolsView(widget, picture, pinned) ?? nothing;
}
