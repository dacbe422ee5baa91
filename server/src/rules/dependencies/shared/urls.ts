/** Hosts that only the machine itself answers for. */
const LOCAL = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|host\.docker\.internal)(?=[:/]|$)/i;
const WITH_PORT = /^[a-z][a-z0-9+.-]*:\/\/[^/]*:\d+(?:\/|$)/i;

export const isLocalUrl = (url: string): boolean => LOCAL.test(url);

/** A server does not answer in the clear and encrypted on one port: another scheme needs another port there. */
export const hasPort = (url: string): boolean => WITH_PORT.test(url);

/** Whether parts of a text come from elsewhere: variables, templates and placeholders that something fills in before it is read. Nobody writes long ones. */
export const isTemplate = (text: string): boolean =>
  /\$[{(A-Za-z_]|\{\{|\}\}|\{%|<%|<[A-Za-z_][\w -]*>|%[A-Za-z_]+%|%[A-Za-z_][\w.-]{2,}%|__\w+__|@@|^@[A-Z_]+@$|\{\w+\}/.test(
    text.slice(0, 500),
  );
