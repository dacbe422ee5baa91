/** The name of a program without its folders and `.exe`, as it is looked up in tables. */
export function baseNameOf(command: string): string {
  const name = command.slice(Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\')) + 1);
  return name.toLowerCase().endsWith('.exe') ? name.slice(0, -4).toLowerCase() : name;
}
