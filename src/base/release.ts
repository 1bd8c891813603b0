/**
 * The version of this copy of the library. Two copies on one page use it to find out whether they
 * differ. The build checks it against package.json.
 */
export const release = '0.1.0';
