import { brush, type Pen, type Tint } from './sandbox-brush.js';
import { weather, type Recipe } from './sandbox-recipe.js';
import { subjects } from './sandbox-subjects.js';

/**
 * Draws a recipe: sky, sun or moon, a landscape in layers from far to near, and a subject. The
 * shorter side is 1 unit long.
 */
export function drawScene(
  pen: Pen,
  width: number,
  height: number,
  { ground, subject, sky }: Recipe,
  random: () => number,
): void {
  const tools = brush(pen, random);
  const { between, shape, disc, box, wash, curve, place } = tools;
  const night = (sky & (weather.night | weather.planet)) > 0;
  const foggy = sky & weather.fog ? 0.9 : 0;
  const horizon = height * between(0.5, 0.64);
  const sunX = width * (random() < 0.5 ? between(0.24, 0.4) : between(0.6, 0.76));
  const sunY = horizon - between(0.12, 0.3);
  const sun = between(0.09, 0.17);
  /** Tint by distance: far (0) is pale, near (1) has full ink. */
  const depth = (t: number): Tint =>
    night
      ? [0.1 - 0.1 * t, 0.75 - 0.2 * t, 0.45 + 0.55 * t]
      : [0.35 - 0.35 * t, 0.18 + 0.5 * t, 0.02 + 0.96 * t * t];
  const mist = (y: number, strength: number): void => {
    const [light, mid, dark] = night ? ([0.1, 0.35, 0.2] as const) : ([0.06, 0.02, 0] as const);
    wash(
      y - 0.16,
      y + 0.1,
      [light, mid, dark, 0],
      [light, mid, dark, strength],
      [light, mid, dark, 0],
    );
  };
  const layer = (t: number): number => horizon + (height - horizon) * t;

  const [top, middle, low]: readonly Tint[] = night
    ? [
        [0, 0.45, 1],
        [0.1, 0.7, 0.7],
        [0.5, 0.45, 0.25],
      ]
    : sky & weather.dusk
      ? [
          [0.2, 0.6, 0.35],
          [0.6, 0.5, 0],
          [1, 0.15, 0],
        ]
      : [
          [0.12, 0.22, 0.02],
          [0.3, 0.08, 0],
          [0.75, 0.05, 0],
        ];
  if (top && middle && low) wash(0, height, top, middle, low, low);
  if (night)
    for (let i = 0; i < 90; i++)
      disc([0.2, 0, 0], between(0, width), between(0, horizon), between(0.0008, 0.0032));
  if (sky & weather.planet) {
    place(sunX, sunY - 0.1, sun, () => {
      const ring = (way: number): void =>
        curve([0.9, 0, 0], 0.1, -2.1, 0.6, way * 0.7, way * 1.1, 2.1, -0.6);
      ring(-1);
      disc([0.4, 0.9, 0.1], 0, 0, 1.3);
      disc([1, 0.3, 0], -0.15, -0.2, 1);
      ring(1);
    });
  } else disc(night ? [0.3, 0, 0] : [1, 1, 0], sunX, sunY, night ? sun * 0.7 : sun);

  /** A ridge: a sum of waves, filled down to the bottom. */
  const ridge = (y: number, swell: number, tint: Tint): ((x: number) => number) => {
    const waves = [3, 7, 14].map(
      (pace) => [pace * between(0.7, 1.3), between(0, 7), (swell * 3) / pace] as const,
    );
    const line = (x: number): number =>
      y + waves.reduce((sum, [pace, phase, size]) => sum + Math.sin(x * pace + phase) * size, 0);
    const points = [width, height, 0, height];
    for (let x = 0; x < width + 0.01; x += 0.01) points.push(x, line(x));
    shape(tint, ...points);
    return line;
  };
  const pine = (x: number, y: number, tall: number, tint: Tint): void =>
    place(x, y, tall, () => {
      box(tint, -0.014, -0.1, 0.028, 0.2);
      for (let i = 1; i < 6; i++)
        shape(tint, 0, -1 + (i - 1) * 0.15, i * 0.05, -1 + i * 0.185, -i * 0.05, -1 + i * 0.185);
    });

  const landscapes = [
    () => {
      // hills
      for (let i = 0; i < 5; i++) {
        const line = ridge(layer(i * 0.2), 0.02 + 0.012 * i, depth(i / 4));
        if (i === 2 || i === 3)
          for (let n = between(3, 9); n > 0; n--) {
            const x = between(0, width);
            pine(x, line(x) + 0.01, between(0.03, 0.05) * i, depth(1));
          }
        if (foggy) mist(layer(i * 0.2) + 0.12, foggy);
      }
    },
    () => {
      // sea
      const tints: readonly Tint[] = night
        ? [
            [0.3, 0.7, 0.5],
            [0, 0.7, 0.9],
            [0, 0.6, 1],
          ]
        : [
            [0.35, 0.35, 0.05],
            [0.1, 0.7, 0.5],
            [0, 0.75, 0.95],
          ];
      wash(horizon, height, ...tints);
      for (let i = 0; i < 60; i++) {
        const t = random() ** 1.6;
        box(
          [0.4, 0.05, 0],
          sunX + between(-1, 1) * sun * (0.5 + t) - sun * 0.2,
          layer(t),
          sun * between(0.2, 0.7),
          0.002 + 0.008 * t,
        );
        box(
          [0, 0.7, 1, 0.6],
          between(-0.1, 1) * width,
          layer(random()),
          between(0.06, 0.3),
          0.001 + 0.005 * t,
        );
      }
      if (foggy) mist(horizon, foggy);
    },
    () => {
      // mountains
      for (let i = 0; i < 3; i++) {
        const base = layer(i * 0.28);
        const [, mid, dark] = depth(i * 0.4 + 0.1);
        for (let n = Math.ceil(width * (5 - i)); n > 0; n--)
          place(between(-0.05, 1.05) * width, base, between(0.22, 0.42) * (1 - i * 0.22), () => {
            const wide = between(0.8, 1.2);
            const seam = [0, -1];
            for (let k = 1; k < 7; k++)
              seam.push(wide * (k * 0.05 + (k % 2 ? 0.05 : -0.05)), k / 7 - 1);
            shape([0.25, mid, dark * 0.6], 0, -1, wide, 0.05, -wide, 0.05);
            shape([0, mid + 0.2, Math.min(1, dark + 0.32)], ...seam, wide * 0.4, 0.05, wide, 0.05);
            shape(
              [0.02, 0, 0],
              0,
              -1,
              wide * 0.1,
              -0.77,
              wide * 0.02,
              -0.82,
              -wide * 0.1,
              -0.7,
              -wide * 0.16,
              -0.79,
              -wide * 0.3,
              -0.7,
            );
          });
        box(depth(i * 0.4 + 0.1), 0, base, width, height);
        mist(base, foggy || 0.5);
      }
      const line = ridge(height * 0.9, 0.02, depth(1));
      for (let n = width * 16; n > 0; n--) {
        const x = between(0, width);
        pine(x, line(x) + 0.02, between(0.06, 0.16), depth(1));
      }
    },
    () => {
      // forest
      for (let i = 0; i < 5; i++) {
        const line = ridge(layer(i * 0.26 - 0.05), 0.02, depth(i / 4));
        for (let x = between(-0.05, 0); x < width + 0.1; x += between(0.02, 0.05) * (1 + i * 0.7))
          pine(x, line(x) + 0.02, between(0.09, 0.17) * (1 + i * 0.42), depth(i / 4));
        mist(layer(i * 0.26) + 0.06, foggy || (i < 4 ? 0.55 : 0));
      }
    },
    () => {
      // city
      for (let i = 0; i < 4; i++) {
        const base = layer(i * 0.3 + 0.1);
        const tint = depth(i / 3);
        for (let x = between(-0.1, 0); x < width;) {
          const wide = between(0.05, 0.11) * (1 + i * 0.3);
          place(x, base - between(0.1, 0.38) * (1 - i * 0.1), wide, () => {
            box(tint, 0, 0, 1.02, 99);
            if (random() < 0.3) box(tint, 0.45, -0.7, 0.1, 0.8);
            if (random() < 0.25) shape(tint, 0, 0, 0.5, -0.5, 1, 0);
            if (i)
              for (let pane = 0; pane < 60; pane++) {
                if (random() < (night ? 0.5 : 0.3))
                  box(
                    night ? [1, 0.12, 0] : [0.5, 0.1, 0],
                    ((pane % 3) * 2 + 1) / 7,
                    0.2 + ((pane / 3) | 0) * 0.29,
                    0.15,
                    0.18,
                  );
              }
          });
          x += wide;
        }
        if (foggy || i < 2) mist(base, foggy || 0.4);
      }
    },
  ];
  landscapes[ground]?.();

  subjects(tools, {
    width,
    height,
    horizon,
    left: sunX > width / 2,
    near: depth(1),
    glow: night || foggy ? 0.75 : 0.35,
  })[subject]?.();
  if (foggy && subject) mist(height * 0.88, 0.8);
  if (sky & weather.rain)
    for (let i = 0; i < 220; i++) {
      const [x, y, long] = [between(0, 1.1) * width, between(0, height), between(0.03, 0.08)];
      curve([0.1, 0, 0, 0.8], 0.0022, x, y, x, y, x - long * 0.25, y + long);
    }
  if (sky & weather.snow)
    for (let i = 0; i < 260; i++)
      disc([0, 0, 0], between(0, width), between(0, height), between(0.0015, 0.006));
}
