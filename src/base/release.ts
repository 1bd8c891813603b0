/**
 * This copy's version, so that two copies on one page can tell whether they differ. The build
 * checks it against package.json.
 */
export const release = '0.0.0';
