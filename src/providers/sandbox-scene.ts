import { weather, type Recipe } from './sandbox-recipe.js';

type Pen = CanvasRenderingContext2D;
type Tint = readonly [light: number, mid: number, dark: number, opacity?: number];

/**
 * Draws a recipe: sky, sun or moon, a landscape in layers from far to near, and a subject. Colours are ink strengths 0..1 of
 * the light, mid and dark plate, kept in the red, green and blue channel; the printer turns them into inks.
 */
export const drawScene = (pen: Pen, width: number, height: number, plan: Recipe, random: () => number): void => {
  const unit = Math.min(width, height);
  const night = (plan.sky & (weather.night | weather.planet)) > 0;
  const between = (low: number, high: number): number => low + random() * (high - low);
  const colour = ([light, mid, dark, opacity = 1]: Tint): string => `rgb(${[light, mid, dark].map((part) => Math.round(part * 255)).join(' ')} / ${opacity})`;
  const shape = (tint: Tint | CanvasGradient, points: readonly number[]): void => {
    pen.fillStyle = Array.isArray(tint) ? colour(tint as Tint) : tint as CanvasGradient;
    pen.beginPath();
    for (let i = 0; i < points.length; i += 2) pen.lineTo(points[i] ?? 0, points[i + 1] ?? 0);
    pen.fill();
  };
  const disc = (tint: Tint, x: number, y: number, across: number, tall = across): void => {
    pen.fillStyle = colour(tint);
    pen.beginPath();
    pen.ellipse(x, y, across, tall, 0, 0, 7);
    pen.fill();
  };
  const box = (tint: Tint, x: number, y: number, across: number, tall: number): void => shape(tint, [x, y, x + across, y, x + across, y + tall, x, y + tall]);
  const fade = (top: number, bottom: number, ...tints: readonly Tint[]): CanvasGradient => {
    const ramp = pen.createLinearGradient(0, top, 0, bottom);
    tints.forEach((tint, i) => ramp.addColorStop(i / (tints.length - 1), colour(tint)));
    return ramp;
  };
  const wash = (top: number, bottom: number, ...tints: readonly Tint[]): void =>
    shape(fade(top, bottom, ...tints), [0, top, width, top, width, bottom, 0, bottom]);
  /** From far (0) to near (1): pale to full ink. */
  const depth = (t: number): Tint => (night ? [0.1 * (1 - t), 0.75 - 0.2 * t, 0.45 + 0.55 * t] : [0.35 - 0.35 * t, 0.18 + 0.5 * t, 0.02 + 0.96 * t * t]);
  const mist = (y: number, strength: number): void => {
    const paper = night ? [0.1, 0.35, 0.2] as const : [0.06, 0.02, 0] as const;
    wash(y - unit * 0.16, y + unit * 0.1, [...paper, 0], [...paper, strength], [...paper, 0]);
  };
  const foggy = plan.sky & weather.fog ? 0.9 : 0;

  const margin = unit * 0.045;
  pen.fillStyle = '#000';
  pen.fillRect(0, 0, width, height);
  pen.beginPath();
  pen.rect(margin, margin, width - margin * 2, height - margin * 2);
  pen.clip();

  // Sky
  const horizon = height * between(0.5, 0.64);
  const sunX = width * (random() < 0.5 ? between(0.24, 0.4) : between(0.6, 0.76));
  const sunY = horizon - unit * between(0.12, 0.3);
  const big = unit * between(0.09, 0.17);
  if (night) wash(0, horizon, [0, 0.45, 1], [0.1, 0.7, 0.7], [0.5, 0.45, 0.25]);
  else if (plan.sky & weather.dusk) wash(0, horizon, [0.2, 0.6, 0.35], [0.6, 0.6, 0], [1, 0.2, 0]);
  else wash(0, horizon, [0.12, 0.22, 0.02], [0.3, 0.08, 0], [0.75, 0.05, 0]);
  if (night) {
    for (let i = 0; i < 90; i++) disc([0.2, 0, 0], between(0, width), between(0, horizon), unit * between(0.0008, 0.0032));
  }
  if (plan.sky & weather.planet) {
    disc([0.3, 0.9, 0.1], sunX, sunY - big * 0.6, big * 1.5);
    disc([0.8, 0.25, 0, 0.8], sunX - big * 0.3, sunY - big * 0.8, big);
    pen.strokeStyle = colour([0.9, 0.1, 0]);
    pen.lineWidth = unit * 0.012;
    pen.beginPath();
    pen.ellipse(sunX, sunY - big * 0.6, big * 2.5, big * 0.5, -0.3, -0.6, 3.7);
    pen.stroke();
  } else disc(night ? [0.3, 0, 0] : [0.8, 0.85, 0], sunX, sunY, night ? big * 0.7 : big);

  /** A ridge line: a sum of waves, filled down to the bottom. */
  const ridge = (y: number, swell: number, tint: Tint): ((x: number) => number) => {
    const waves = [1, 2.3, 4.7].map((pace) => [pace * between(0.7, 1.3) / unit * 3, between(0, 7), swell / pace] as const);
    const line = (x: number): number => y + waves.reduce((sum, [pace, phase, size]) => sum + Math.sin(x * pace + phase) * size, 0);
    const points = [width, height, 0, height];
    for (let x = 0; x <= width + 8; x += 8) points.push(x, line(x));
    shape(tint, points);
    return line;
  };
  const pine = (x: number, y: number, tall: number, tint: Tint): void => {
    const points: number[] = [x, y - tall];
    for (let i = 1; i < 6; i++) points.push(x + tall * 0.05 * i, y - tall * (1 - i / 5.4), x + tall * 0.028 * i, y - tall * (1 - i / 5.6));
    for (let i = 5; i; i--) points.push(x - tall * 0.028 * i, y - tall * (1 - i / 5.6), x - tall * 0.05 * i, y - tall * (1 - i / 5.4));
    shape(tint, points);
    box(tint, x - tall * 0.014, y - tall * 0.1, tall * 0.028, tall * 0.2);
  };

  const landscapes = [
    () => { // hills
      for (let i = 0; i < 5; i++) {
        const y = horizon + (height - horizon) * i * 0.2;
        const line = ridge(y, unit * (0.02 + 0.012 * i), depth(i / 4));
        if (i === 2 || i === 3) for (let n = between(3, 9); n > 0; n--) {
          const x = between(0, width);
          pine(x, line(x) + unit * 0.01, unit * between(0.03, 0.05) * i, depth(1));
        }
        if (foggy) mist(y + unit * 0.12, foggy);
      }
    },
    () => { // sea
      wash(horizon, height, night ? [0.3, 0.7, 0.5] : [0.35, 0.35, 0.05], night ? [0, 0.7, 0.9] : [0.1, 0.7, 0.5], night ? [0, 0.6, 1] : [0, 0.75, 0.95]);
      for (let i = 0; i < 60; i++) {
        const t = random() ** 1.6;
        const y = horizon + (height - horizon) * t;
        box([night ? 0.25 : 0.5, 0.1, 0], sunX + between(-1, 1) * big * (0.5 + t) - big * 0.2, y, big * between(0.2, 0.7), unit * (0.002 + 0.008 * t));
      }
      for (let i = 0; i < 40; i++) {
        const t = random();
        box([0, 0.7, 1, 0.7], between(-0.1, 1) * width, horizon + (height - horizon) * t, unit * between(0.06, 0.3), unit * (0.001 + 0.006 * t));
      }
      if (foggy) mist(horizon, foggy);
    },
    () => { // mountains
      for (let i = 0; i < 3; i++) {
        const base = horizon + (height - horizon) * i * 0.28;
        for (let n = Math.ceil(width / unit * (5 - i)); n > 0; n--) {
          const x = between(-0.05, 1.05) * width;
          const tall = unit * between(0.22, 0.42) * (1 - i * 0.22);
          const wide = tall * between(0.8, 1.2);
          const [, mid, dark] = depth(i * 0.4 + 0.1);
          const top = base - tall;
          shape([0.25, mid, dark * 0.6], [x, top, x + wide, base + 9, x - wide, base + 9]);
          const seam = [x, top];
          for (let k = 1; k < 7; k++) seam.push(x + wide * (k / 7 * 0.35 + (k % 2 ? 0.05 : -0.05)), top + tall * k / 7);
          shape([0, mid + 0.2, Math.min(1, dark + 0.32)], [...seam, x + wide * 0.4, base + 9, x + wide, base + 9]);
          const cap = 0.3;
          shape([0.02, 0, 0], [x, top, x + wide * cap * 0.3, top + tall * cap * 0.75, x + wide * 0.02, top + tall * cap * 0.6, x - wide * 0.1, top + tall * cap, x - wide * 0.16, top + tall * cap * 0.7, x - wide * cap, top + tall * cap]);
        }
        shape(depth(i * 0.4 + 0.1), [0, base, width, base, width, height, 0, height]);
        mist(base, foggy || 0.5);
      }
      const line = ridge(height * 0.9, unit * 0.02, depth(1));
      for (let n = width / unit * 16; n > 0; n--) { const x = between(0, width); pine(x, line(x) + unit * 0.02, unit * between(0.06, 0.16), depth(1)); }
    },
    () => { // forest
      for (let i = 0; i < 5; i++) {
        const base = horizon + (height - horizon) * (i * 0.26 - 0.05);
        const line = ridge(base, unit * 0.02, depth(i / 4));
        for (let x = between(-0.05, 0) * unit; x < width + unit * 0.1; x += unit * between(0.02, 0.05) * (1 + i * 0.7)) pine(x, line(x) + unit * 0.02, unit * between(0.09, 0.17) * (1 + i * 0.42), depth(i / 4));
        mist(base + unit * 0.07, foggy || (i < 4 ? 0.55 : 0));
      }
    },
    () => { // city
      for (let i = 0; i < 4; i++) {
        const base = horizon + (height - horizon) * (i * 0.3 + 0.1);
        const tint = depth(i / 3);
        for (let x = between(-0.1, 0) * unit; x < width;) {
          const wide = unit * between(0.05, 0.11) * (1 + i * 0.3);
          const tall = unit * between(0.1, 0.38) * (1 - i * 0.1);
          box(tint, x, base - tall, wide + 1, tall + height);
          if (random() < 0.3) box(tint, x + wide * 0.45, base - tall - unit * 0.06, wide * 0.1, unit * 0.07);
          if (random() < 0.25) shape(tint, [x, base - tall, x + wide / 2, base - tall - wide * 0.5, x + wide, base - tall]);
          const pane = wide / 7;
          if (i > 0) for (let a = 1; a < 6; a += 2) for (let b = base - tall + pane * 1.5; b < base + unit * 0.4; b += pane * 2) {
            if (random() < (night ? 0.5 : 0.3)) box(night ? [1, 0.12, 0] : [0.5, 0.1, 0], x + a * pane, b, pane, pane * 1.2);
          }
          x += wide;
        }
        if (foggy || i < 2) mist(base, foggy || 0.4);
      }
    },
  ];
  landscapes[plan.ground]?.();

  const left = sunX > width / 2;
  const subjects = [
    () => undefined,
    () => { // lighthouse
      const x = width * (left ? 0.27 : 0.73);
      const foot = horizon + (height - horizon) * 0.25;
      const tall = Math.min(foot * 0.72, unit * 0.62);
      const top = foot - tall;
      const wide = tall * 0.105;
      const far = left ? width * 1.2 : -width * 0.2;
      shape([1, 0, 0, night || foggy ? 0.75 : 0.35], [x, top, far, top - tall * 0.3, far, top + tall * 0.12]);
      shape(depth(1), [x - unit * 0.3, height, x - unit * 0.26, foot + unit * 0.1, x - unit * 0.12, foot + unit * 0.01, x + unit * 0.1, foot, x + unit * 0.2, foot + unit * 0.07, x + unit * 0.36, foot + unit * 0.13, x + unit * 0.42, height]);
      const half = (t: number): number => wide * (0.62 + 0.5 * t);
      for (let i = 0; i < 5; i++) {
        const [a, b] = [i / 5, (i + 1) / 5];
        shape(i % 2 ? [0.06, 0, 0] : [0.35, 1, 0], [x - half(a), top + tall * a, x + half(a), top + tall * a, x + half(b), top + tall * b + 1, x - half(b), top + tall * b + 1]);
      }
      shape([0, 0.6, 0.9, 0.45], [x + half(0) * 0.3, top, x + half(0), top, x + half(1), foot, x + half(1) * 0.3, foot]);
      box(depth(1), x - wide * 0.95, top - wide * 0.15, wide * 1.9, wide * 0.25);
      box([1, 0.1, 0], x - wide * 0.45, top - wide * 1.1, wide * 0.9, wide);
      box(depth(1), x - wide * 0.06, top - wide * 1.1, wide * 0.12, wide);
      shape([0.2, 1, 0.6], [x - wide * 0.7, top - wide * 1.05, x, top - wide * 1.9, x + wide * 0.7, top - wide * 1.05]);
      if (foggy) { mist(foot, 0.75); mist(height * 0.9, 0.8); }
    },
    () => { // a sitting animal, seen from the front
      const x = width * (left ? 0.36 : 0.64);
      const s = unit * 0.3;
      const y = height - margin - s * 0.1;
      const coat: Tint = [0.55, 1, 0.1];
      pen.strokeStyle = colour(coat);
      pen.lineWidth = s * 0.26;
      pen.lineCap = 'round';
      pen.beginPath();
      pen.moveTo(x + s * 0.3, y - s * 0.16);
      pen.quadraticCurveTo(x + s * 1.05, y - s * 0.1, x + s * 0.85, y - s * 0.75);
      pen.stroke();
      disc([0.1, 0, 0], x + s * 0.85, y - s * 0.78, s * 0.13);
      disc(coat, x, y - s * 0.45, s * 0.42, s * 0.62);
      disc([0.12, 0, 0], x, y - s * 0.55, s * 0.2, s * 0.42);
      for (const way of [-1, 1]) {
        shape(coat, [x + way * s * 0.44, y - s * 1.2, x + way * s * 0.38, y - s * 1.85, x + way * s * 0.02, y - s * 1.5]);
        shape([0, 0.6, 1], [x + way * s * 0.38, y - s * 1.4, x + way * s * 0.345, y - s * 1.68, x + way * s * 0.16, y - s * 1.5]);
      }
      shape(coat, [x - s * 0.5, y - s * 1.22, x - s * 0.3, y - s * 1.55, x + s * 0.3, y - s * 1.55, x + s * 0.5, y - s * 1.22, x, y - s * 0.82]);
      for (const way of [-1, 1]) {
        shape([0.1, 0, 0], [x + way * s * 0.5, y - s * 1.22, x + way * s * 0.12, y - s * 1.12, x, y - s * 0.82]);
        disc([0, 0.5, 1], x + way * s * 0.17, y - s * 1.22, s * 0.045, s * 0.06);
        disc([0, 0.6, 1], x + way * s * 0.15, y - s * 0.02, s * 0.1, s * 0.12);
      }
      disc([0, 0.4, 1], x, y - s * 0.86, s * 0.06, s * 0.045);
    },
    () => { // portrait
      const x = width / 2;
      const s = unit * 0.17;
      const y = height - unit * 0.5;
      disc([0.8, 0.5, 0], x, y - s * 0.1, s * 2.1);
      const hair: Tint = [0, 0.5, 1];
      const long = random() < 0.6;
      disc(hair, x, y - s * 0.15, s * 1.12, s * 1.25);
      if (long) shape(hair, [x - s * 1.12, y - s * 0.2, x + s * 1.12, y - s * 0.2, x + s * 1.3, y + s * 1.9, x - s * 1.3, y + s * 1.9]);
      shape([0.5, 0.25, 0], [x - s * 0.36, y + s * 0.5, x + s * 0.36, y + s * 0.5, x + s * 0.46, y + s * 1.8, x - s * 0.46, y + s * 1.8]);
      disc([0.25, 0.9, 0.5], x, y + s * 3, s * 2.1, s * 1.6);
      disc([0.5, 0.25, 0], x, y + s * 1.5, s * 0.5, s * 0.35);
      disc([0.5, 0.2, 0], x, y + s * 0.1, s * 0.8, s);
      disc([0.3, 0.6, 0, 0.5], x + s * 0.45, y + s * 0.4, s * 0.2, s * 0.14);
      disc([0.3, 0.6, 0, 0.5], x - s * 0.45, y + s * 0.4, s * 0.2, s * 0.14);
      shape(hair, [x - s * 0.85, y + s * 0.1, x - s * 0.8, y - s * 0.7, x, y - s * 1.1, x + s * 0.8, y - s * 0.7, x + s * 0.85, y + s * 0.1, x + s * 0.5, y - s * 0.45, x - s * 0.2, y - s * 0.55]);
      for (const way of [-1, 1]) disc([0, 0.4, 1], x + way * s * 0.32, y + s * 0.1, s * 0.11, s * 0.05);
      shape([0.2, 0.6, 0, 0.8], [x, y + s * 0.1, x + s * 0.12, y + s * 0.42, x, y + s * 0.42]);
      disc([0.2, 1, 0.1], x, y + s * 0.65, s * 0.2, s * 0.07);
    },
    () => { // flowers
      for (let n = 5; n > 0; n--) {
        const x = width * 0.5 + (n - 3) * unit * 0.15 + between(-0.03, 0.03) * unit;
        const y = height * between(0.28, 0.52);
        const s = unit * between(0.05, 0.085);
        pen.strokeStyle = colour(depth(1));
        pen.lineWidth = unit * 0.009;
        pen.beginPath();
        pen.moveTo(x, y);
        pen.quadraticCurveTo(x, height * 0.8, width / 2 + (n - 3) * unit * 0.06, height);
        pen.stroke();
        disc(depth(0.9), x + s * 0.8, height * 0.72 + s * n * 0.4, s * 0.9, s * 0.25);
        const petals = 5 + (n + plan.seed) % 4;
        for (let i = 0; i < petals; i++) {
          const turn = i * 6.2832 / petals + n;
          pen.fillStyle = colour(n % 2 ? [0.2, 1, 0] : [0.9, 0.35, 0]);
          pen.beginPath();
          pen.ellipse(x + Math.cos(turn) * s, y + Math.sin(turn) * s, s * 0.85, s * 0.5, turn, 0, 7);
          pen.fill();
        }
        disc(n % 2 ? [1, 0, 0] : [0, 0.5, 1], x, y, s * 0.45);
      }
    },
    () => { // boat
      const x = width * (left ? 0.34 : 0.66);
      const y = horizon + (height - horizon) * 0.3;
      const s = unit * 0.16;
      shape([0.05, 0, 0], [x + s * 0.04, y - s * 1.7, x + s * 0.04, y - s * 0.2, x + s * 0.95, y - s * 0.2]);
      shape([0.3, 0.9, 0], [x - s * 0.05, y - s * 1.4, x - s * 0.05, y - s * 0.2, x - s * 0.65, y - s * 0.2]);
      shape([0, 0.6, 1], [x - s * 0.85, y - s * 0.1, x + s * 1.05, y - s * 0.1, x + s * 0.7, y + s * 0.2, x - s * 0.6, y + s * 0.2]);
      box([0, 0.7, 1, 0.5], x - s * 0.7, y + s * 0.24, s * 1.5, s * 0.05);
    },
  ];
  subjects[plan.subject]?.();

  if (plan.sky & weather.rain) {
    pen.strokeStyle = colour([0.05, 0, 0, 0.8]);
    pen.lineWidth = unit * 0.0022;
    pen.beginPath();
    for (let i = 0; i < 220; i++) { const [x, y, l] = [between(0, 1.1) * width, between(0, height), unit * between(0.03, 0.08)]; pen.moveTo(x, y); pen.lineTo(x - l * 0.25, y + l); }
    pen.stroke();
  }
  if (plan.sky & weather.snow) for (let i = 0; i < 260; i++) disc([0, 0, 0], between(0, width), between(0, height), unit * between(0.0015, 0.006));
};
