export default {
  globs: ['src/ui/elements/*.ts', 'src/define/*.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
};
