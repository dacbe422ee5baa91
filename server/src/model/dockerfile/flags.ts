import type { Keyword } from './syntax.ts';

/** A flag of an instruction. */
export interface KnownFlag {
  readonly name: string;
  readonly takesValue: boolean;
  /** What it does, in a few words. */
  readonly about: string;
}

const flag = (name: string, about: string): KnownFlag => ({ name, takesValue: true, about });
const plain = (name: string, about: string): KnownFlag => ({ name, takesValue: false, about });

const OWNER = flag('chown', 'User and group that own the files');
const MODE = flag('chmod', 'Permissions of the files');
const LINK = plain('link', 'A layer of its own, independent of those before it');
const EXCLUDE = flag('exclude', 'Files to leave out');

/** The flags of each instruction, from https://docs.docker.com/reference/dockerfile/ and the labs syntax. Behind others stand no flags of Docker's. */
export const FLAGS: Readonly<Partial<Record<Keyword, readonly KnownFlag[]>>> = {
  FROM: [flag('platform', 'The platform of the image')],
  RUN: [
    flag('mount', 'Files, caches, secrets or SSH agents for this command'),
    flag('network', 'The network of this command: default, none, host'),
    flag('security', 'The rights of this command: sandbox, insecure'),
    flag('device', 'A device for this command'),
  ],
  COPY: [
    flag('from', 'The stage or image to copy from'),
    OWNER,
    MODE,
    LINK,
    plain('parents', 'Keeps the folders of the sources'),
    EXCLUDE,
  ],
  ADD: [
    flag('checksum', 'The hash that the download must have'),
    plain('keep-git-dir', 'Keeps the .git folder of a repository'),
    OWNER,
    MODE,
    LINK,
    EXCLUDE,
    plain('unpack', 'Unpacks a downloaded archive'),
  ],
  HEALTHCHECK: [
    flag('interval', 'Time between two checks'),
    flag('timeout', 'Time after which a check has failed'),
    flag('start-period', 'Time to start in, in which failures do not count'),
    flag('start-interval', 'Time between two checks while it starts'),
    flag('retries', 'Failures in a row that make it unhealthy'),
  ],
};
