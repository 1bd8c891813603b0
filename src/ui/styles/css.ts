/** Marks plain text as a style sheet for formatters and the build; lit's own `css` would be loaded for its sake. */
export const css = String.raw;
