import type { Span } from '../../../base/span.ts';
import { lineage, type Dockerfile, type Stage } from '../../../model/dockerfile/index.ts';
import { readArguments, valueOf, type Invocation, type Option, type OptionSpec, type Word } from '../../../model/shell/index.ts';

/** A user that a command creates. */
export interface CreatedUser {
  readonly name: string;
  /** Of the name in the command. */
  readonly span: Span;
  /** The number that `-u` gives it, if it is written out. */
  readonly uid: string | undefined;
}

const USER_LONG = [
  ...['uid', 'gid', 'home', 'home-dir', 'shell', 'comment', 'gecos', 'groups', 'ingroup', 'base-dir', 'group'],
  ...['login', 'password', 'expiredate', 'inactive', 'skel', 'key', 'root', 'prefix', 'conf'],
];
const GROUP_LONG = ['gid', 'new-name', 'key', 'password', 'root', 'prefix', 'users', 'conf'];

/**
 * Options that take a value: of shadow's programs (useradd(8) and so on), of Debian's adduser(8) and deluser(8), and of BusyBox's. adduser is BusyBox's, where
 * `-D` and `-H` take none, or Debian's, which has long ones only.
 */
export const ACCOUNT_OPTIONS: ReadonlyMap<string, OptionSpec> = new Map([
  ['useradd', { short: 'bcdefgGkKpPRsuZ', long: USER_LONG }],
  ['adduser', { short: 'hgsGuk', long: USER_LONG }],
  ['usermod', { short: 'cdefgGlpPRsuvVwWZ', long: USER_LONG }],
  ['userdel', { short: 'PR', long: USER_LONG }],
  ['deluser', { long: ['backup-to', 'conf'] }],
  ['groupadd', { short: 'gKpPRU', long: GROUP_LONG }],
  ['addgroup', { short: 'g', long: GROUP_LONG }],
  ['groupmod', { short: 'gnpPRU', long: GROUP_LONG }],
  ['groupdel', { short: 'PR', long: GROUP_LONG }],
  ['delgroup', { long: ['conf'] }],
]);

/** What commands leave in /etc/passwd and /etc/group of an image. */
export class Accounts {
  readonly #created = new Map<string, CreatedUser>();
  readonly #groups = new Set<string>();
  readonly #gone = new Set<string>();
  #mayAllBeGone = false;

  /** Users that were created and are still there, the last first. */
  get created(): readonly CreatedUser[] {
    return [...this.#created.values()].reverse();
  }

  /** Whether a command deletes or renames, or may, a user that the image had. Who is only a number needs no account. */
  isGone(user: string): boolean {
    return !/^\d+$/.test(user) && !this.#created.has(user) && (this.#mayAllBeGone || this.#gone.has(user));
  }

  hasGroup(group: string): boolean {
    return this.#groups.has(group);
  }

  run({ name, args }: Invocation): void {
    const spec = ACCOUNT_OPTIONS.get(name);
    if (!spec) return;
    const { operands, options } = readArguments(args, spec);
    const option = (...names: readonly string[]): Option | undefined => options.find((each) => names.includes(each.name));
    const [first, last] = [operands[0], operands.at(-1)];
    // With two operands, adduser and its like only change who is in a group.
    const isMembership = first !== last;
    const uid = option('-u', '--uid')?.value;
    if (name === 'useradd' || (name === 'adduser' && !isMembership)) this.#add(first, first && valueOf(first), uid);
    else if (name === 'userdel' || (name === 'deluser' && !isMembership && !option('--group'))) this.#take(first);
    else if (name === 'usermod') this.#change(first, option('-l', '--login'), uid);
    else if (name === 'groupmod') this.#groups.add(option('-n', '--new-name')?.value ?? '');
    else if (name === 'groupadd' || name === 'addgroup') this.#groups.add((last && valueOf(last)) ?? '');
    else if (!isMembership && /^(?:groupdel|delgroup)$/.test(name)) this.#groups.delete((first && valueOf(first)) ?? '');
  }

  #add(word: Word | undefined, user: string | undefined, uid: string | undefined): void {
    if (!word || user === undefined || !/^[a-z_][a-z0-9_-]{0,31}$/.test(user)) return;
    this.#created.delete(user);
    this.#created.set(user, { name: user, span: word.span, uid: uid !== undefined && /^\d+$/.test(uid) ? uid : undefined });
  }

  /** Takes a user away; when nobody knows which one, it may be any. */
  #take(word: Word | undefined): CreatedUser | undefined {
    if (!word) return undefined;
    const user = valueOf(word);
    if (user === undefined) {
      this.#created.clear();
      this.#mayAllBeGone = true;
      return undefined;
    }
    const taken = this.#created.get(user);
    this.#created.delete(user);
    this.#gone.add(user);
    return taken;
  }

  #change(word: Word | undefined, login: Option | undefined, uid: string | undefined): void {
    if (login) {
      const old = this.#take(word);
      this.#add(login.valueWord ?? login.word, login.value, uid ?? old?.uid);
    } else if (uid !== undefined) {
      const old = this.#created.get((word && valueOf(word)) ?? '');
      if (old) this.#created.set(old.name, { ...old, uid: /^\d+$/.test(uid) ? uid : undefined });
    }
  }
}

/** What the stage and those under it make of their accounts. */
export function accountsOf(model: Dockerfile, stage: Stage): Accounts {
  const accounts = new Accounts();
  for (const { instructions } of lineage(stage).toReversed())
    for (const instruction of instructions)
      if (instruction.keyword === 'RUN') for (const invocation of model.invocations(instruction)) accounts.run(invocation);
  return accounts;
}
