import type { Ecosystem } from '../base/ecosystem.ts';

/**
 * Packages that have the name of a module of the standard library and are of no use with it. As of 2026-11.
 *
 * Of npm: core modules of Node (https://nodejs.org/api/) whose packages are placeholders, abandoned, or copies that `require` never loads, because the core module comes
 * first. Left out: ports for browsers that bundlers do load (`buffer`, `events`, `util`, `url`, `process`, `assert`, `stream`, `punycode`, `string_decoder`, `querystring`,
 * `console`, `constants`, `timers`).
 *
 * Of PyPI: modules of Python 3.9 and later (https://docs.python.org/3/library/). Packages of these names are backports for versions that have ended, which shadow or
 * break the module, or somebody else's. Left out: backports that still have releases (`configparser`), and modules that Python has removed since.
 */
const NAMES: Readonly<Partial<Record<Ecosystem, string>>> = {
  npm: `
    async_hooks child_process cluster crypto dgram diagnostics_channel dns fs fs/promises http http2 https inspector module net os path perf_hooks readline repl sys tls
    trace_events tty v8 vm wasi worker_threads zlib
  `,
  PyPI: `
    abc argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 calendar cmath cmd code codecs codeop collections colorsys compileall concurrent contextlib
    contextvars copy copyreg cprofile csv ctypes curses dataclasses datetime dbm decimal difflib dis doctest email enum errno faulthandler fcntl filecmp fileinput fnmatch
    fractions ftplib functools gc getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http imaplib importlib inspect io ipaddress itertools json keyword
    linecache locale logging lzma mailbox marshal math mimetypes mmap multiprocessing netrc numbers operator optparse os pathlib pdb pickle pickletools pkgutil platform
    plistlib poplib posix pprint profile pstats pty pwd py-compile pyclbr pydoc queue quopri random re reprlib resource rlcompleter runpy sched secrets select selectors
    shelve shlex shutil signal site smtplib socket socketserver sqlite3 ssl stat statistics string stringprep struct subprocess symtable sys sysconfig syslog tarfile
    tempfile termios textwrap threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle types typing unicodedata unittest urllib uuid
    venv warnings wave weakref webbrowser winreg winsound wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
  `,
};

/** Packages of another name that only bring a module of the standard library to versions that have ended. */
const BACKPORTS: Readonly<Partial<Record<Ecosystem, Readonly<Record<string, string>>>>> = {
  PyPI: {
    enum34: 'enum',
    futures: 'concurrent.futures',
    functools32: 'functools',
    unittest2: 'unittest',
    pathlib2: 'pathlib',
    subprocess32: 'subprocess',
    'backports-ssl-match-hostname': 'ssl',
  },
};

/** The modules by the names of the packages. */
export const STANDARD_MODULES: Readonly<Partial<Record<Ecosystem, ReadonlyMap<string, string>>>> = Object.fromEntries(
  Object.entries(NAMES).map(([ecosystem, names]) => [
    ecosystem,
    new Map([
      ...names
        .trim()
        .split(/\s+/)
        .map((name) => [name, name.replace('py-compile', 'py_compile')] as const),
      ...Object.entries(BACKPORTS[ecosystem as Ecosystem] ?? {}),
    ]),
  ]),
);
