import type { Instruction } from '../../../model/dockerfile/index.ts';

/** The flags of each instruction, from https://docs.docker.com/reference/dockerfile/ and the labs syntax. */
const FLAGS: Readonly<Partial<Record<Instruction['keyword'], readonly string[]>>> = {
  FROM: ['platform'],
  RUN: ['mount', 'network', 'security', 'device'],
  COPY: ['from', 'chown', 'chmod', 'link', 'parents', 'exclude'],
  ADD: ['keep-git-dir', 'checksum', 'chown', 'chmod', 'link', 'exclude', 'unpack'],
  HEALTHCHECK: ['interval', 'timeout', 'start-period', 'start-interval', 'retries'],
};

/** The flags that an instruction can have; undefined for what stands behind no list of flags (CMD passes them on). */
export const flagsOf = (keyword: Instruction['keyword']): readonly string[] | undefined => FLAGS[keyword];

/** A duration as Go writes it: `1m30s`, `500ms`. */
export const isDuration = (text: string): boolean => text === '0' || /^(?:\d+(?:\.\d*)?(?:ns|us|µs|ms|s|m|h))+$/.test(text);
