import { brush, type Brush, type Pen, type Tint } from './sandbox-brush.js';
import { weather } from './sandbox-recipe.js';

/** What all parts of one picture share: light, weather, horizon, and where the sun stands. */
export interface View {
  readonly brush: Brush;
  readonly random: () => number;
  readonly width: number;
  readonly height: number;
  /** Sum of `weather` flags. */
  readonly sky: number;
  readonly night: boolean;
  /** Strength of the fog, 0 without any. */
  readonly foggy: number;
  readonly horizon: number;
  /** Where the sun or moon stands, and its size. */
  readonly sunX: number;
  readonly sunY: number;
  readonly sun: number;
}

/** Makes the view of one picture. The order of random draws decides the picture. */
export function viewOf(
  pen: Pen,
  width: number,
  height: number,
  sky: number,
  random: () => number,
): View {
  const tools = brush(pen, random);
  const { between } = tools;
  const horizon = height * between(0.5, 0.64);
  const sunX = width * (random() < 0.5 ? between(0.24, 0.4) : between(0.6, 0.76));
  return {
    brush: tools,
    random,
    width,
    height,
    sky,
    night: (sky & (weather.night | weather.planet)) > 0,
    foggy: sky & weather.fog ? 0.9 : 0,
    horizon,
    sunX,
    sunY: horizon - between(0.12, 0.3),
    sun: between(0.09, 0.17),
  };
}

/** Tint by distance: far (0) is pale, near (1) has full ink. */
export function depth(view: View, t: number): Tint {
  return view.night
    ? [0.1 - 0.1 * t, 0.75 - 0.2 * t, 0.45 + 0.55 * t]
    : [0.35 - 0.35 * t, 0.18 + 0.5 * t, 0.02 + 0.96 * t * t];
}

/** The ground's height at a distance: the horizon at 0, the lower edge at 1. */
export function layer(view: View, t: number): number {
  return view.horizon + (view.height - view.horizon) * t;
}

/** A veil of mist around a height. */
export function mist(view: View, y: number, strength: number): void {
  const [light, mid, dark] = view.night ? ([0.1, 0.35, 0.2] as const) : ([0.06, 0.02, 0] as const);
  const edge: Tint = [light, mid, dark, 0];
  view.brush.wash(y - 0.16, y + 0.1, edge, [light, mid, dark, strength], edge);
}
