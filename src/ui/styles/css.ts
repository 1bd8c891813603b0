/**
 * Marks plain text as a style sheet, for the formatter and the build. lit's own `css` would be
 * loaded for its sake.
 */
export const css = String.raw;
