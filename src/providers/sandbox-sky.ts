import type { Tint } from './sandbox-brush.js';
import { weather } from './sandbox-recipe.js';
import type { View } from './sandbox-view.js';

const skies: Readonly<Record<'night' | 'dusk' | 'day', readonly [Tint, Tint, Tint]>> = {
  night: [
    [0, 0.45, 1],
    [0.1, 0.7, 0.7],
    [0.5, 0.45, 0.25],
  ],
  dusk: [
    [0.2, 0.6, 0.35],
    [0.6, 0.5, 0],
    [1, 0.15, 0],
  ],
  day: [
    [0.12, 0.22, 0.02],
    [0.3, 0.08, 0],
    [0.75, 0.05, 0],
  ],
};

/** The sky, with stars, planet, sun or moon. */
export function drawSky(view: View): void {
  gradient(view);
  if (view.night) stars(view);
  if (view.sky & weather.planet) planet(view);
  else sunOrMoon(view);
}

/** Rain and snow, in front of everything. */
export function drawWeather(view: View): void {
  if (view.sky & weather.rain) rain(view);
  if (view.sky & weather.snow) snow(view);
}

function gradient(view: View): void {
  const [top, middle, low] = skies[view.night ? 'night' : view.sky & weather.dusk ? 'dusk' : 'day'];
  view.brush.wash(0, view.height, top, middle, low, low);
}

function stars(view: View): void {
  const { disc, between } = view.brush;
  for (let i = 0; i < 90; i++)
    disc([0.2, 0, 0], between(0, view.width), between(0, view.horizon), between(0.0008, 0.0032));
}

function planet(view: View): void {
  const { curve, disc, place } = view.brush;
  place(view.sunX, view.sunY - 0.1, view.sun, () => {
    const ring = (way: number): void =>
      curve([0.9, 0, 0], 0.1, -2.1, 0.6, way * 0.7, way * 1.1, 2.1, -0.6);
    ring(-1);
    disc([0.4, 0.9, 0.1], 0, 0, 1.3);
    disc([1, 0.3, 0], -0.15, -0.2, 1);
    ring(1);
  });
}

function sunOrMoon(view: View): void {
  const tint: Tint = view.night ? [0.3, 0, 0] : [1, 1, 0];
  view.brush.disc(tint, view.sunX, view.sunY, view.night ? view.sun * 0.7 : view.sun);
}

function rain(view: View): void {
  const { curve, between } = view.brush;
  for (let i = 0; i < 220; i++) {
    const x = between(0, 1.1) * view.width;
    const y = between(0, view.height);
    const long = between(0.03, 0.08);
    curve([0.1, 0, 0, 0.8], 0.0022, x, y, x, y, x - long * 0.25, y + long);
  }
}

function snow(view: View): void {
  const { disc, between } = view.brush;
  for (let i = 0; i < 260; i++)
    disc([0, 0, 0], between(0, view.width), between(0, view.height), between(0.0015, 0.006));
}
