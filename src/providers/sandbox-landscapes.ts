import type { Tint } from './sandbox-brush.js';
import { depth, layer, mist, type View } from './sandbox-view.js';

const water: Readonly<Record<'night' | 'day', readonly [Tint, Tint, Tint]>> = {
  night: [
    [0.3, 0.7, 0.5],
    [0, 0.7, 0.9],
    [0, 0.6, 1],
  ],
  day: [
    [0.35, 0.35, 0.05],
    [0.1, 0.7, 0.5],
    [0, 0.75, 0.95],
  ],
};

/** Draws the recipe's ground with this number, in layers from far to near. */
export function drawLandscape(ground: number, view: View): void {
  landscapes[ground]?.(view);
}

/** One drawing per entry of the recipe's grounds, in the same order. */
const landscapes: readonly ((view: View) => void)[] = [hills, sea, mountains, forest, city];

function hills(view: View): void {
  const { between } = view.brush;
  for (let i = 0; i < 5; i++) {
    const line = ridge(view, layer(view, i * 0.2), 0.02 + 0.012 * i, depth(view, i / 4));
    if (i === 2 || i === 3)
      for (let n = between(3, 9); n > 0; n--) {
        const x = between(0, view.width);
        pine(view, x, line(x) + 0.01, between(0.03, 0.05) * i, depth(view, 1));
      }
    if (view.foggy) mist(view, layer(view, i * 0.2) + 0.12, view.foggy);
  }
}

function sea(view: View): void {
  const tints = water[view.night ? 'night' : 'day'];
  view.brush.wash(view.horizon, view.height, ...tints);
  for (let i = 0; i < 60; i++) {
    const t = view.random() ** 1.6;
    glint(view, t);
    wave(view, t);
  }
  if (view.foggy) mist(view, view.horizon, view.foggy);
}

/** The sun's reflection; `t` is the distance to the horizon. */
function glint(view: View, t: number): void {
  const { box, between } = view.brush;
  const sun = view.sun;
  box(
    [0.4, 0.05, 0],
    view.sunX + between(-1, 1) * sun * (0.5 + t) - sun * 0.2,
    layer(view, t),
    sun * between(0.2, 0.7),
    0.002 + 0.008 * t,
  );
}

function wave(view: View, t: number): void {
  const { box, between } = view.brush;
  box(
    [0, 0.7, 1, 0.6],
    between(-0.1, 1) * view.width,
    layer(view, view.random()),
    between(0.06, 0.3),
    0.001 + 0.005 * t,
  );
}

function mountains(view: View): void {
  const { box, between } = view.brush;
  for (let i = 0; i < 3; i++) {
    const base = layer(view, i * 0.28);
    const tint = depth(view, i * 0.4 + 0.1);
    for (let n = Math.ceil(view.width * (5 - i)); n > 0; n--) mountain(view, i, base, tint);
    box(tint, 0, base, view.width, view.height);
    mist(view, base, view.foggy || 0.5);
  }
  const line = ridge(view, view.height * 0.9, 0.02, depth(view, 1));
  for (let n = view.width * 16; n > 0; n--) {
    const x = between(0, view.width);
    pine(view, x, line(x) + 0.02, between(0.06, 0.16), depth(view, 1));
  }
}

function mountain(view: View, i: number, base: number, [, mid, dark]: Tint): void {
  const { shape, place, between } = view.brush;
  const x = between(-0.05, 1.05) * view.width;
  place(x, base, between(0.22, 0.42) * (1 - i * 0.22), () => {
    const wide = between(0.8, 1.2);
    const seam = [0, -1];
    for (let k = 1; k < 7; k++) seam.push(wide * (k * 0.05 + (k % 2 ? 0.05 : -0.05)), k / 7 - 1);
    shape([0.25, mid, dark * 0.6], 0, -1, wide, 0.05, -wide, 0.05);
    shape([0, mid + 0.2, Math.min(1, dark + 0.32)], ...seam, wide * 0.4, 0.05, wide, 0.05);
    const snow = [0.1, -0.77, 0.02, -0.82, -0.1, -0.7, -0.16, -0.79, -0.3, -0.7];
    shape([0.02, 0, 0], 0, -1, ...snow.map((part, at) => (at % 2 ? part : wide * part)));
  });
}

function forest(view: View): void {
  const { between } = view.brush;
  for (let i = 0; i < 5; i++) {
    const tint = depth(view, i / 4);
    const line = ridge(view, layer(view, i * 0.26 - 0.05), 0.02, tint);
    const end = view.width + 0.1;
    for (let x = between(-0.05, 0); x < end; x += between(0.02, 0.05) * (1 + i * 0.7))
      pine(view, x, line(x) + 0.02, between(0.09, 0.17) * (1 + i * 0.42), tint);
    mist(view, layer(view, i * 0.26) + 0.06, view.foggy || (i < 4 ? 0.55 : 0));
  }
}

function city(view: View): void {
  const { place, between } = view.brush;
  for (let i = 0; i < 4; i++) {
    const base = layer(view, i * 0.3 + 0.1);
    const tint = depth(view, i / 3);
    for (let x = between(-0.1, 0); x < view.width;) {
      const wide = between(0.05, 0.11) * (1 + i * 0.3);
      const top = base - between(0.1, 0.38) * (1 - i * 0.1);
      place(x, top, wide, () => house(view, tint, i > 0));
      x += wide;
    }
    if (view.foggy || i < 2) mist(view, base, view.foggy || 0.4);
  }
}

function house(view: View, tint: Tint, hasWindows: boolean): void {
  const { box, shape } = view.brush;
  box(tint, 0, 0, 1.02, 99);
  if (view.random() < 0.3) box(tint, 0.45, -0.7, 0.1, 0.8);
  if (view.random() < 0.25) shape(tint, 0, 0, 0.5, -0.5, 1, 0);
  if (!hasWindows) return;
  for (let pane = 0; pane < 60; pane++) {
    if (view.random() >= (view.night ? 0.5 : 0.3)) continue;
    const light: Tint = view.night ? [1, 0.12, 0] : [0.5, 0.1, 0];
    box(light, ((pane % 3) * 2 + 1) / 7, 0.2 + ((pane / 3) | 0) * 0.29, 0.15, 0.18);
  }
}

/** A ridge: a sum of waves, filled down to the bottom. */
function ridge(view: View, y: number, swell: number, tint: Tint): (x: number) => number {
  const { shape, between } = view.brush;
  const waves = [3, 7, 14].map(
    (pace) => [pace * between(0.7, 1.3), between(0, 7), (swell * 3) / pace] as const,
  );
  const line = (x: number): number =>
    y + waves.reduce((sum, [pace, phase, size]) => sum + Math.sin(x * pace + phase) * size, 0);
  const points = [view.width, view.height, 0, view.height];
  for (let x = 0; x < view.width + 0.01; x += 0.01) points.push(x, line(x));
  shape(tint, ...points);
  return line;
}

function pine(view: View, x: number, y: number, tall: number, tint: Tint): void {
  const { box, shape, place } = view.brush;
  place(x, y, tall, () => {
    box(tint, -0.014, -0.1, 0.028, 0.2);
    for (let i = 1; i < 6; i++)
      shape(tint, 0, -1 + (i - 1) * 0.15, i * 0.05, -1 + i * 0.185, -i * 0.05, -1 + i * 0.185);
  });
}
