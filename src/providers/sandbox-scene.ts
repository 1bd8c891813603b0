import type { Pen } from './sandbox-brush.js';
import { drawLandscape } from './sandbox-landscapes.js';
import type { Recipe } from './sandbox-recipe.js';
import { drawSky, drawWeather } from './sandbox-sky.js';
import { drawSubject } from './sandbox-subjects.js';
import { depth, mist, viewOf } from './sandbox-view.js';

/**
 * Draws a recipe: sky, sun or moon, a landscape in layers from far to near, and a subject. The
 * shorter side is 1 unit long. The order of random draws decides the picture.
 */
export function drawScene(
  pen: Pen,
  width: number,
  height: number,
  recipe: Recipe,
  random: () => number,
): void {
  const view = viewOf(pen, width, height, recipe.sky, random);
  drawSky(view);
  drawLandscape(recipe.ground, view);
  drawSubject(recipe.subject, view.brush, {
    width,
    height,
    horizon: view.horizon,
    left: view.sunX > width / 2,
    near: depth(view, 1),
    glow: view.night || view.foggy ? 0.75 : 0.35,
  });
  if (view.foggy && recipe.subject) mist(view, height * 0.88, 0.8);
  drawWeather(view);
}
