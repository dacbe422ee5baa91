/** A duration as Go writes it: `1m30s`, `500ms`. */
export const isDuration = (text: string): boolean => text === '0' || /^(?:\d+(?:\.\d*)?(?:ns|us|µs|ms|s|m|h))+$/.test(text);
