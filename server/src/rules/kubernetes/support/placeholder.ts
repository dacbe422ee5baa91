/** The marks of tools that fill manifests in later: `${X}`, `$(X)`, `{{ x }}`, `<X>`, `@@X@@`, `%X%`, `__X__`, `$X`. */
const MARKS = /\$\{|\$\(|\$\[|\{\{|\{%|<[A-Za-z%]|@@?[A-Z_]+@|%[A-Z_]{2,}%|__\w+__|^\$\w/;
const BARE_NAME = /^[A-Z]{2,}(?:_[A-Z0-9]+)+$/;
const LONGEST = 1000;

/** Whether another tool will put its own text into this. */
export const isMarked = (text: string): boolean => text.length < LONGEST && MARKS.test(text);

/** The same for a value, where a bare `NAME_OF_VARIABLE` may stand for one, too. */
export const isPlaceholder = (text: string): boolean => isMarked(text) || (text.length < LONGEST && BARE_NAME.test(text));
