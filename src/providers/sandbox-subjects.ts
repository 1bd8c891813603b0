import type { Brush, Tint } from './sandbox-brush.js';

/**
 * The place for a subject: size, ground line, whether the left side is free, the strongest tint,
 * and the light's opacity.
 */
export interface Stage {
  readonly width: number;
  readonly height: number;
  readonly horizon: number;
  readonly left: boolean;
  readonly near: Tint;
  readonly glow: number;
}

const paper: Tint = [0.08, 0, 0];
const key: Tint = [0, 0.6, 1];
const accent: Tint = [1, 1, 0];

/** Draws the recipe's subject with this number; 0 is an empty landscape. */
export function drawSubject(subject: number, brush: Brush, stage: Stage): void {
  subjects[subject]?.(brush, stage);
}

/** One drawing per entry of the recipe's subjects, in the same order. */
const subjects: readonly ((brush: Brush, stage: Stage) => void)[] = [
  () => undefined,
  lighthouse,
  fox,
  cat,
  portrait,
  flowers,
  boat,
];

function lighthouse(brush: Brush, stage: Stage): void {
  const { shape, place } = brush;
  const ground = groundOf(stage);
  place(besideOf(stage), ground, Math.min(ground * 0.72, 0.62), () => {
    const far = stage.left ? 9 : -9;
    shape([1, 0, 0, stage.glow], 0, -1.04, far, -1 - 4, far, -1 + 1.5);
    shape(stage.near, ...rock);
    tower(brush);
    lamp(brush);
  });
}

const rock = [
  [-2, 3],
  [-1.1, 0.6],
  [-0.62, 0.3],
  [-0.45, 0.14],
  [-0.2, 0.02],
  [0.16, 0],
  [0.32, 0.11],
  [0.58, 0.2],
  [0.9, 0.42],
  [1.5, 0.7],
  [2.4, 3],
].flat();

function tower({ shape }: Brush): void {
  const half = (t: number): number => 0.065 + 0.05 * t;
  for (let i = 0; i < 5; i++) {
    const [a, b] = [i / 5, (i + 1) / 5];
    const [top, foot] = [a - 1, b - 0.998];
    const tint = i % 2 ? paper : accent;
    shape(tint, -half(a), top, half(a), top, half(b), foot, -half(b), foot);
  }
  shape([0, 0.6, 0.9, 0.4], half(0) * 0.3, -1, half(0), -1, half(1), 0, half(1) * 0.3, 0);
}

function lamp({ box, shape }: Brush): void {
  box(key, -0.1, -1.016, 0.2, 0.026);
  box([1, 0.1, 0], -0.048, -1.115, 0.096, 0.1);
  box(key, -0.006, -1.115, 0.012, 0.1);
  shape(key, -0.075, -1.11, 0, -1.2, 0.075, -1.11);
}

function fox(brush: Brush, stage: Stage): void {
  animal(brush, stage, { coat: accent, bib: paper, eye: key, tip: paper });
}

function cat(brush: Brush, stage: Stage): void {
  const coat: Tint = [0, 0.6, 1];
  animal(brush, stage, { coat, bib: [0.1, 0.5, 0.8], eye: [1, 0, 0], tip: coat });
}

function animal(
  { shape, disc, curve, place }: Brush,
  { width, height, left }: Stage,
  { coat, bib, eye, tip }: Readonly<Record<'coat' | 'bib' | 'eye' | 'tip', Tint>>,
): void {
  place(width * (left ? 0.36 : 0.62), height - 0.07, 0.3, () => {
    curve(coat, 0.26, 0.3, -0.16, 1.05, -0.1, 0.85, -0.75);
    disc(tip, 0.85, -0.78, 0.13);
    disc(coat, 0, -0.45, 0.42, 0.62);
    disc(bib, 0, -0.55, 0.2, 0.42);
    twice(place, () => {
      shape(coat, 0.44, -1.2, 0.38, -1.85, 0, -1.5);
      shape(key, 0.38, -1.4, 0.345, -1.68, 0.16, -1.5);
    });
    shape(coat, -0.5, -1.22, -0.3, -1.55, 0.3, -1.55, 0.5, -1.22, 0, -0.82);
    twice(place, () => {
      shape(bib, 0.5, -1.22, 0.12, -1.12, 0, -0.82);
      disc(eye, 0.17, -1.24, 0.05, 0.06);
      disc(key, 0.15, -0.02, 0.1, 0.12);
    });
    disc(key, 0, -0.86, 0.06, 0.045);
  });
}

function portrait({ shape, disc, place, between }: Brush, { width, height }: Stage): void {
  place(width / 2, height - 0.5, 0.17, () => {
    const hair: Tint = [0, 0.5, 1];
    const skin: Tint = [0.5, 0.16, 0];
    const long = between(0, 1) < 0.6;
    disc([0.9, 0.2, 0], 0, -0.1, 2.1);
    disc(hair, 0, -0.15, 1.12, 1.25);
    if (long) shape(hair, -1.12, -0.2, 1.12, -0.2, 1.3, 1.9, -1.3, 1.9);
    shape(skin, -0.36, 0.5, 0.36, 0.5, 0.46, 1.8, -0.46, 1.8);
    disc([0.3, 0.9, 0.5], 0, 3, 2.1, 1.6);
    disc(skin, 0, 1.5, 0.5, 0.35);
    disc(skin, 0, 0.1, 0.8, 1);
    shape(hair, -0.85, 0.1, -0.8, -0.7, 0, -1.1, 0.8, -0.7, 0.85, 0.1, 0.5, -0.45, -0.2, -0.55);
    twice(place, () => {
      disc([0.7, 0.7, 0, 0.4], 0.45, 0.4, 0.2, 0.14);
      disc(key, 0.32, 0.1, 0.11, 0.05);
    });
    shape([0.4, 0.5, 0.1], 0, 0.1, 0.12, 0.42, 0, 0.42);
    disc([1, 1, 0.15], 0, 0.65, 0.2, 0.07);
  });
}

function flowers(brush: Brush, stage: Stage): void {
  const { place, between } = brush;
  for (let n = -2; n < 3; n++)
    place(
      stage.width / 2 + n * 0.16 + between(-0.03, 0.03),
      stage.height * between(0.28, 0.52),
      between(0.05, 0.085),
      () => flower(brush, stage, n),
    );
}

function flower({ disc, curve, between }: Brush, { near }: Stage, n: number): void {
  const foot = 9 + n;
  curve(near, 0.14, 0, 0, n * 0.4, 5, -n, 12);
  for (const way of [-1, 1]) disc(near, way * 0.8, foot - 4 + way * 0.4, 0.9, 0.26, way * -0.5);
  const petals = 5 + Math.floor(between(0, 4));
  const tint: Tint = n % 2 ? [0.85, 0.3, 0] : accent;
  for (let i = 0; i < petals; i++) {
    const turn = (i * 6.2832) / petals + n;
    disc(tint, Math.cos(turn), Math.sin(turn), 0.85, 0.5, turn);
  }
  disc(n % 2 ? key : [1, 0, 0], 0, 0, 0.45);
}

function boat({ shape, box, place }: Brush, stage: Stage): void {
  place(besideOf(stage), groundOf(stage), 0.16, () => {
    shape(paper, 0.04, -1.7, 0.04, -0.2, 0.95, -0.2);
    shape(accent, -0.05, -1.4, -0.05, -0.2, -0.65, -0.2);
    shape(key, -0.85, -0.1, 1.05, -0.1, 0.7, 0.2, -0.6, 0.2);
    box([0, 0.7, 1, 0.5], -0.7, 0.24, 1.5, 0.05);
  });
}

/** Draws once as it is and once mirrored. */
function twice(place: Brush['place'], draw: () => void): void {
  draw();
  place(0, 0, 1, draw, -1);
}

function besideOf({ width, left }: Stage): number {
  return width * (left ? 0.3 : 0.7);
}

function groundOf({ height, horizon }: Stage): number {
  return horizon + (height - horizon) * 0.28;
}
