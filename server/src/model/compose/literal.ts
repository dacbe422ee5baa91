/** A path without a variable, and not a repository on the net. */
export const literal = (path: string): string | undefined => (/\$|^[a-z][a-z0-9+.-]*:\/\/|^git@/i.test(path) ? undefined : path);

/** The name of an image with the defaults of its variables. What is unknown in the tag does not matter. */
export function imageName(written: string | undefined): string | undefined {
  const image = written?.replaceAll(/\$\{\w+:?-([^${}]*)\}/g, '$1');
  const name = image?.replace(/:[^/]*$/, '');
  if (image === undefined || name === undefined || name === '' || /[\s$]/.test(name)) return undefined;
  return image.includes('$') ? name : image;
}
