/** The marks of tools that fill manifests in later: `${X}`, `$(X)`, `{{ x }}`, `<X>`, `@@X@@`, `%X%`, `__X__`, `$X`. */
const PLACEHOLDER = /\$\{|\$\(|\$\[|\{\{|\{%|<[A-Za-z%]|@@?[A-Z_]+@|%[A-Z_]{2,}%|__\w+__|^\$\w|^[A-Z]{2,}(?:_[A-Z0-9]+)+$/;

/** Whether another tool will put its own text here, so that nothing can be said of it yet. */
export const isPlaceholder = (text: string): boolean => text.length < 1000 && PLACEHOLDER.test(text);
