import type { Ecosystem } from '../base/ecosystem.ts';

/**
 * Names under which people look for a package, but that are another one's, a placeholder's or nobody's: each with the right name, the first version under it where the old ones are below, and what is behind the wrong one, as
 * the pages of both in their registry and the documentation of the right one say. As of 2026-11. PyPI's names are normalised (PEP 503).
 */
const TABLES: Readonly<Partial<Record<Ecosystem, string>>> = {
  PyPI: `
    sklearn = scikit-learn 0.9 | a placeholder that the authors of scikit-learn have retired
    skimage = scikit-image | only the name of the module
    bs4 = beautifulsoup4 4.0.1 | a placeholder that only asks for beautifulsoup4
    beautifulsoup = beautifulsoup4 4.0.1 | version 3, for Python 2
    beautiful-soup = beautifulsoup4 | not the parser
    pil = pillow | the library that Pillow replaced in 2011
    image = pillow | not the imaging library
    cv2 = opencv-python | only the name of the module
    opencv = opencv-python | not OpenCV's package
    python-opencv = opencv-python | not OpenCV's package
    yaml = pyyaml | only the name of the module
    dotenv = python-dotenv | an abandoned package that does not install
    dateutil = python-dateutil | only the name of the module
    python3-dateutil = python-dateutil | a malicious imitation, since removed
    docx = python-docx | the abandoned predecessor
    pptx = python-pptx | only the name of the module
    crypto = pycryptodome | another program of that name
    pycrypto = pycryptodome 3.0 | abandoned since 2013, with known vulnerabilities
    cryptodome = pycryptodome | only the name of the module
    jwt = pyjwt | another library with the same module
    python-jwt = pyjwt | another library of a similar name
    serial = pyserial | another library with the same module
    usb = pyusb | only the name of the module
    zmq = pyzmq | a placeholder
    git = gitpython | only the name of the module
    python-git = gitpython | not GitPython
    github = pygithub | not PyGithub
    telegram = python-telegram-bot | another library with the same module
    magic = python-magic | only the name of the module
    slugify = python-slugify | another, abandoned library with the same module
    jose = python-jose | an abandoned library for Python 2
    decouple = python-decouple | only the name of the module
    nmap = python-nmap | another package
    ldap = python-ldap | only the name of the module
    mysqldb = mysqlclient | only the name of the module
    mysql-python = mysqlclient 1.3.0 | abandoned, for Python 2
    mysql-connector = mysql-connector-python | an old release by somebody else
    wx = wxpython | only the name of the module
    pkg-resources = setuptools | a line that Debian's pip once wrote into requirements, and no package of PyPI
    fitz = pymupdf | another package of the same module's name
    win32api = pywin32 | only the name of the module
    win32com = pywin32 | only the name of the module
    openssl = pyopenssl | only the name of the module
    nacl = pynacl | only the name of the module
    kafka = kafka-python | the former name, which gets no releases
    rest-framework = djangorestframework | only the name of the module
    django-rest-framework = djangorestframework | a placeholder that only asks for djangorestframework
    corsheaders = django-cors-headers | only the name of the module
    pytorch = torch | a placeholder that refuses to install
    tensorflow-gpu = tensorflow | removed: tensorflow itself supports GPUs
    googleapiclient = google-api-python-client | only the name of the module
    apiclient = google-api-python-client | another package
    speech-recognition = speechrecognition | not SpeechRecognition
    websocket = websocket-client | an abandoned library with the same module
    argon2 = argon2-cffi | an abandoned library with the same module
    distribute = setuptools | merged back into setuptools in 2013
    docker-py = docker | the former name of docker
    ruamel = ruamel.yaml | only the namespace
    mpl-toolkits = matplotlib | only the name of the module
    opengl = pyopengl | only the name of the module
    attr = attrs | another package with the same module
    redis-py = redis | only the name of the project
    elasticsearch-py = elasticsearch | only the name of the project
    faiss = faiss-cpu | not published by FAISS
    huggingface = huggingface-hub | not Hugging Face's package
    huggingface-cli = huggingface-hub | a command of huggingface-hub, and a name that models invent
  `,
  npm: `
    babel = @babel/core | the command line of Babel 6, without function
    tsc = typescript | an abandoned wrapper: the compiler is a command of typescript
    ts = typescript | not TypeScript
    angular-cli = @angular/cli | the former name, without releases
    vue-cli = @vue/cli | version 2, without releases
    aws-lambda = @types/aws-lambda | a deployment tool; the types of handlers are in @types/aws-lambda
    node-uuid = uuid | the former name of uuid, with known weaknesses
    electron-prebuilt = electron | the former name of electron
    react-testing-library = @testing-library/react | the former name
    dom-testing-library = @testing-library/dom | the former name
    jest-dom = @testing-library/jest-dom | the former name
    playwright-test = @playwright/test | not Playwright's test runner
    vite-plugin-react = @vitejs/plugin-react | an abandoned predecessor
    svelte-kit = @sveltejs/kit | not SvelteKit
    sveltekit = @sveltejs/kit | not SvelteKit
    discord = discord.js | not the library
    socketio = socket.io | not Socket.IO
    mongo = mongodb | not the driver
    postgresql = pg | not the driver
    jwt = jsonwebtoken | not the library
    expressjs = express | not Express
    reactjs = react | not React
    react.js = react | not React
    vuejs = vue | not Vue
    vue.js = vue | not Vue
    vue-js = vue | not Vue
    angularjs = angular | not AngularJS
    nextjs = next | not Next.js
    next.js = next | not Next.js
    nuxtjs = nuxt | not Nuxt
    nestjs = @nestjs/core | not NestJS
    nodejs = node | not Node.js
    tailwind = tailwindcss | another package
    fontawesome = @fortawesome/fontawesome-free | not Font Awesome's own package
    uglify = uglify-js | another package
    stripe-js = @stripe/stripe-js | not Stripe's package
    supabase-js = @supabase/supabase-js | not Supabase's package
    anthropic = @anthropic-ai/sdk | not Anthropic's package
    hapi = @hapi/hapi | the former name, without releases
    cookieparser = cookie-parser | not Express's middleware
    bodyparser = body-parser | not Express's middleware
    crossenv = cross-env | a malicious imitation, since removed
    d3.js = d3 | a malicious imitation, since removed
    jquery.js = jquery | a malicious imitation, since removed
    redux-toolkit = @reduxjs/toolkit | not Redux Toolkit
    reduxjs-toolkit = @reduxjs/toolkit | not Redux Toolkit
    react-query-devtools = @tanstack/react-query-devtools | the former name
    prisma-client = @prisma/client | not Prisma's client
  `,
  'crates.io': `
    rustc-serialize = serde | deprecated in favour of serde
    openssl-rs = openssl | not the bindings
    serde-rs = serde | only the name of the project
    tokio-core = tokio | merged into tokio in 2018
    futures-preview = futures | the pre-releases of futures 0.3
  `,
  RubyGems: `
    bcrypt-ruby = bcrypt | the former name
    factory_girl = factory_bot | the former name
    factory_girl_rails = factory_bot_rails | the former name
    postgres = pg | an abandoned driver
    ruby-pg = pg | only the name of the project
    mysql = mysql2 | an abandoned driver
    sqlite = sqlite3 | another package
    sqlite3-ruby = sqlite3 | the former name
    rest_client = rest-client | the former name
    selenium = selenium-webdriver | not the library
    stripe-ruby = stripe | only the name of the project
    sendgrid = sendgrid-ruby | an abandoned library by somebody else
    activerecord-mysql2-adapter = mysql2 | an adapter for Rails 3.0
    rspec_rails = rspec-rails | not the gem
    active_record = activerecord | only the name of the module
    active_support = activesupport | only the name of the module
  `,
  Go: `
    github.com/Sirupsen/logrus = github.com/sirupsen/logrus | the former spelling, which breaks builds that have both
    github.com/golang/lint = golang.org/x/lint | only the mirror
    github.com/golang/net = golang.org/x/net | only the mirror
    github.com/golang/crypto = golang.org/x/crypto | only the mirror
    github.com/golang/sys = golang.org/x/sys | only the mirror
    github.com/golang/text = golang.org/x/text | only the mirror
    github.com/golang/tools = golang.org/x/tools | only the mirror
    github.com/golang/sync = golang.org/x/sync | only the mirror
    github.com/golang/oauth2 = golang.org/x/oauth2 | only the mirror
    github.com/go-yaml/yaml = gopkg.in/yaml.v3 | only where it is developed
    github.com/uber-go/zap = go.uber.org/zap | only where it is developed
    github.com/uber-go/atomic = go.uber.org/atomic | only where it is developed
    github.com/mongodb/mongo-go-driver = go.mongodb.org/mongo-driver | only where it is developed
    github.com/coreos/bbolt = go.etcd.io/bbolt | the former path
    github.com/etcd-io/bbolt = go.etcd.io/bbolt | only where it is developed
    github.com/kubernetes/client-go = k8s.io/client-go | only where it is developed
    github.com/kubernetes/api = k8s.io/api | only where it is developed
    github.com/kubernetes/apimachinery = k8s.io/apimachinery | only where it is developed
    github.com/grpc/grpc-go = google.golang.org/grpc | only where it is developed
    github.com/protocolbuffers/protobuf-go = google.golang.org/protobuf | only where it is developed
    github.com/googleapis/google-api-go-client = google.golang.org/api | only where it is developed
    github.com/open-telemetry/opentelemetry-go = go.opentelemetry.io/otel | only where it is developed
    github.com/go-gorm/gorm = gorm.io/gorm | only where it is developed
  `,
  Packagist: `
    guzzle/guzzle = guzzlehttp/guzzle | version 3, abandoned
    laravel/laravel = laravel/framework | the skeleton of an application, no library
    fzaninotto/faker = fakerphp/faker | abandoned
    phpoffice/phpexcel = phpoffice/phpspreadsheet | abandoned
    phpexcel/phpexcel = phpoffice/phpspreadsheet | not the library
    nunomaduro/larastan = larastan/larastan | the former name
  `,
  NuGet: `
    Json.NET = Newtonsoft.Json | only the name of the project
    JsonNet = Newtonsoft.Json | not the library
    EntityFrameworkCore = Microsoft.EntityFrameworkCore | not Microsoft's package
    NUnitTestAdapter = NUnit3TestAdapter | for NUnit 2
    Postgres = Npgsql | not the driver
    MongoDB = MongoDB.Driver | not the driver
    RabbitMQ = RabbitMQ.Client | not the client
    BouncyCastle = BouncyCastle.Cryptography 2.0.0 | the former package, without releases
    Portable.BouncyCastle = BouncyCastle.Cryptography 2.0.0 | the former package, without releases
  `,
  Maven: `
    org.apache.commons:commons-io = commons-io:commons-io | one old release that was published there by mistake
    com.fasterxml:jackson-databind = com.fasterxml.jackson.core:jackson-databind | not Jackson's group
    com.fasterxml.jackson:jackson-databind = com.fasterxml.jackson.core:jackson-databind | not Jackson's group
    mysql:mysql-connector-java = com.mysql:mysql-connector-j 8.0.31 | the former name of MySQL's driver
    org.log4j:log4j-core = org.apache.logging.log4j:log4j-core | not Log4j's group
    com.google:guava = com.google.guava:guava | not Guava's group
    com.google.collections:google-collections = com.google.guava:guava 10.0 | the former name
    org.slf4j:slf4j = org.slf4j:slf4j-api | not the API
    org.mockito:mockito-all = org.mockito:mockito-core | the bundle that ended with version 1
  `,
};

/** The right name, and what is behind the wrong one. */
export interface RightName {
  readonly name: string;
  readonly behind: string;
  /** The first version under the right name, where the versions of the wrong one are below it. */
  readonly since?: string;
}

export const WRONG_NAMES: Readonly<Partial<Record<Ecosystem, ReadonlyMap<string, RightName>>>> = Object.fromEntries(
  Object.entries(TABLES).map(([ecosystem, table]) => [
    ecosystem,
    new Map(
      table
        .trim()
        .split('\n')
        .flatMap((line) => {
          const [, wrong, name, since, behind] = /^\s*(\S+) = (\S+)(?: (\S+))? \| (.+)$/.exec(line) ?? [];
          if (wrong === undefined || name === undefined || behind === undefined) return [];
          return [[wrong, { name, behind, ...(since !== undefined && { since }) }] as const];
        }),
    ),
  ]),
);
