/** Whether a text can name a port: an IANA service name (RFC 6335 §5.1), as Kubernetes demands. */
export const isPortName = (name: string): boolean =>
  name.length <= 15 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name) && /[a-z]/.test(name);
