/** As for npm: crates of crates.io that many projects ask for, and real ones that only look like an imitation. As of 2026-11. */
export const CRATES_POPULAR = `
serde serde_json serde_derive serde_yaml serde_urlencoded serde_with serde_bytes serde_cbor rand rand_core rand_chacha rand_distr libc syn quote proc-macro2 proc-macro2-diagnostics
unicode-ident unicode-xid log env_logger tracing tracing-subscriber tracing-core tracing-attributes tracing-log tracing-futures tracing-appender
tokio tokio-util tokio-stream tokio-macros tokio-rustls tokio-native-tls tokio-tungstenite tungstenite async-std async-trait async-channel
futures futures-util futures-core futures-channel futures-executor futures-io futures-sink futures-task futures-macro pin-project pin-project-lite pin-utils
hyper hyper-tls hyper-rustls http http-body reqwest actix-web actix-rt actix-http actix axum axum-core rocket warp tower tower-http tower-service tower-layer tide surf ureq isahc
clap clap_derive clap_lex structopt argh getopts bitflags lazy_static once_cell regex regex-syntax regex-automata aho-corasick memchr thread_local
chrono time humantime anyhow thiserror thiserror-impl failure error-chain eyre color-eyre snafu backtrace addr2line gimli object miniz_oxide adler flate2 crc32fast
bytes byteorder either itertools cfg-if num-traits num-integer num-bigint num-rational num-complex num_cpus num hashbrown indexmap ahash fxhash rustc-hash
smallvec arrayvec tinyvec bitvec parking_lot parking_lot_core lock_api scopeguard crossbeam crossbeam-channel crossbeam-utils crossbeam-epoch crossbeam-deque
crossbeam-queue rayon rayon-core memoffset autocfg version_check cc cmake pkg-config bindgen cbindgen semver rustc_version toml toml_edit
winapi windows-sys windows windows-targets winreg nix mio socket2 signal-hook signal-hook-registry ctrlc rustix linux-raw-sys errno home dirs dirs-sys
directories walkdir same-file glob globset ignore tempfile remove_dir_all fs2 fs_extra notify filetime memmap memmap2 tar zip bzip2 xz2 zstd lz4 brotli
uuid url percent-encoding idna unicode-normalization unicode-bidi unicode-segmentation unicode-width form_urlencoded mime mime_guess httparse httpdate h2 cookie
base64 hex sha2 sha1 sha-1 md5 md-5 digest block-buffer generic-array typenum crypto-common hmac aes cipher chacha20poly1305 aes-gcm ed25519 ed25519-dalek curve25519-dalek
x25519-dalek ring rustls rustls-pemfile rustls-webpki webpki webpki-roots native-tls openssl openssl-sys openssl-probe subtle zeroize secrecy argon2 bcrypt jsonwebtoken
getrandom ppv-lite86 instant static_assertions matches void heck convert_case strsim textwrap unicode-linebreak termcolor atty colored ansi_term console indicatif
dialoguer crossterm termion tui ratatui cursive prettytable-rs comfy-table tabled
diesel diesel_migrations sqlx sqlx-core sea-orm rusqlite libsqlite3-sys postgres tokio-postgres mysql mysql_async mongodb redis r2d2 deadpool bb8 sled rocksdb
prost prost-derive prost-build tonic tonic-build protobuf protobuf-codegen grpcio capnp flatbuffers bincode rmp rmp-serde postcard ron csv csv-core quick-xml xml-rs roxmltree
image png jpeg-decoder gif tiff rusttype font-kit ab_glyph lyon euclid glam nalgebra cgmath ndarray approx petgraph ordered-float
wasm-bindgen wasm-bindgen-futures js-sys web-sys wasm-bindgen-macro wasmtime wasmer wasmparser cranelift-codegen yew leptos dioxus tauri tauri-build
winit wgpu glutin glium bevy bevy_ecs ggez macroquad sdl2 egui eframe iced gtk glib cairo-rs pango druid
nom pest pest_derive lalrpop combine logos winnow chumsky tree-sitter markdown pulldown-cmark comrak handlebars tera askama minijinja
criterion proptest quickcheck mockall rstest insta pretty_assertions assert_cmd predicates serial_test wiremock
lru dashmap moka cached slab sharded-slab arc-swap fnv phf phf_macros phf_codegen siphasher bumpalo typed-arena bytemuck zerocopy
strum strum_macros derive_more derive_builder darling paste indoc inventory linkme ctor doc-comment enum_dispatch enumflags2 num_enum
config dotenv dotenvy envy figment secrecy lettre trust-dns-resolver hickory-resolver jsonschema schemars utoipa
sentry opentelemetry metrics prometheus slog log4rs fern simplelog flexi_logger pretty_env_logger
solana-sdk solana-program solana-client anchor-lang anchor-spl spl-token ethers ethers-core web3 alloy-primitives bitcoin secp256k1 k256 substrate parity-scale-codec borsh libp2p
aws-config aws-sdk-s3 aws-types rusoto_core rusoto_s3 lambda_runtime octocrab git2 libgit2-sys gix clap_complete clap_mangen
which whoami hostname sysinfo libloading dlib raw-window-handle raw-cpuid cpufeatures
rust_decimal rust-embed rustyline reedline linefeed shlex pyo3 pyo3-macros numpy neon napi jni mlua rlua rhai boa_engine v8 deno_core swc_common swc_ecma_parser
polars arrow parquet datafusion tch candle-core tokenizers burn linfa smartcore
scraper select html5ever markup5ever selectors cssparser kuchiki fantoccini thirtyfour headless_chrome
embedded-hal cortex-m cortex-m-rt defmt heapless stm32f4xx-hal esp-idf-sys rppal serialport
`;

/** Crates that are asked for less often: known, and imitated less. */
export const CRATES_COMMON = `
abscissa_core accesskit actix-cors actix-files actix-multipart actix-session actix-codec actix-router actix-service actix-utils actix-macros addr2line alloc-no-stdlib allocator-api2 alsa amq-protocol
android_logger android-activity android_system_properties anes anstream anstyle anstyle-parse anstyle-query anstyle-wincon anymap arbitrary arboard arrayref arrow-array arrow-schema ascii ash asn1-rs
assert_matches assoc async-compression async-executor async-fs async-global-executor async-graphql async-io async-lock async-nats async-openai async-process async-recursion async-signal async-stream
async-stream-impl async-task async-tls async-tungstenite asynchronous-codec atoi atomic atomic-waker atomic_refcell auto_impl autotools average avro-rs awc az backoff backon backtrace-sys base16ct
base-x base32 base58 base64-simd base64ct bech32 bigdecimal bincode_derive bindgen_cuda bit-set bit-vec bitcoin_hashes bitcoincore-rpc bitfield bitmaps bitstream-io blake2 blake2b_simd blake3 blocking
block block2 block-modes blowfish bls12_381 bollard borsh-derive boxcar brotli-decompressor bs58 bstr built by_address bytecheck bytecount bytemuck_derive bytes-utils bzip2-sys cached_proc_macro
calamine camino cap-std capstone cargo_metadata cargo-platform cassowary castaway cbc cbor4ii cexpr cfg_aliases chacha20 chrono-humanize chrono-tz-build ciborium ciborium-io clang-sys clap-cargo
clipboard clru cocoa cocoa-foundation codespan-reporting color_quant colorchoice colorsys concurrent-queue config-rs console-api console-subscriber console_error_panic_hook const-hex const-oid
const-random const_format constant_time_eq cookie_store core-foundation core-foundation-sys core-graphics core2 coreaudio-rs counter cpal cpp_demangle cpufeatures crc crc-catalog crc32c criterion-plot
critical-section crossbeam-skiplist crossterm_winapi crunchy crypto-bigint crypto-mac cryptoki csv-async ctr cty cudarc curl curl-sys curve25519-dalek-derive custom_error cvt cxx cxx-build dactyl
daggy dary_heap dasp_sample data-encoding data-encoding-macro data-url datetime dbl dbus deadpool-postgres deadpool-redis debugid debug_unreachable delegate deltalake der der-parser deranged
derivative derive-new derive-where derive_arbitrary derive_builder_core derive_setters deunicode dhat diff difflib diffy digest_auth directories-next dirs-next dispatch displaydoc dissimilar dlv-list
document-features dotenv_codegen downcast downcast-rs dtoa dtoa-short duct dunce dyn-clone ecdsa ecow educe elasticsearch elliptic-curve email-encoding email_address embed-resource embedded-graphics
embedded-io emojis encode_unicode encoding encoding_rs encoding_rs_io endian-type enr enum-as-inner enum-iterator enum-map enum-ordinalize env_filter env_proxy erased-serde escape_string ethabi
ethereum-types ethnum euc event-listener event-listener-strategy exr ext4 fallible-iterator fallible-streaming-iterator faster-hex fastrand faststr fdeflate ff field-offset filedescriptor findshlibs
finl_unicode fixed fixed-hash fixedbitset flagset flexbuffers float-cmp float-ord fluent fluent-bundle flume fontconfig fontdb foreign-types foreign-types-shared fraction fragile freetype-rs fs-err
fs4 fsevent-sys fst fuchsia-zircon funty futf futures-concurrency futures-intrusive futures-lite futures-locks futures-rustls futures-timer fuzzy-matcher gaoya gdk-pixbuf generational-arena
gethostname getset ghash gilrs gio gloo gloo-net gloo-timers glow gltf gpu-alloc graphql-parser graphql_client group guppy gzip-header half hash_hasher hash-db hashlink hdrhistogram headers hermit-abi
hex-literal hex_color hexplay hidapi hkdf hound html-escape htmlescape http-auth http-range-header http-types httpmock human_bytes human-panic humansize humantime-serde hyper-timeout hyperloglog
hyphenation i18n-embed iai-callgrind iana-time-zone icu_provider ident_case idna_adapter if-addrs image-webp impl-codec impl-more impl-serde impl-trait-for-tuples include_dir indenter indextree infer
inflections inflector inotify inout insta-cmd instability instant-acme integer-encoding interprocess intl-memoizer io-lifetimes io-uring ipconfig ipnet ipnetwork iri-string is-docker is-terminal
is-wsl is_ci iso8601 itoa iter-extended jemalloc-sys jemallocator jobserver joinery josekit jpeg-encoder js-sandbox json json-patch json5 jsonpath_lib jsonpath-rust jsonptr jsonrpc-core jsonrpsee
junction keccak keyring khronos-egl konst kqueue kube kube-client kube-runtime k8s-openapi kv-log-macro lapin lambda_http language-tags lazycell lcms2 ldap3 leaky-bucket leb128 levenshtein lexical
lexical-core lexopt lib0 libflate libfuzzer-sys libm libmimalloc-sys libnghttp2-sys libssh2-sys libudev libusb1-sys libz-sys lightningcss linereader link-cplusplus linked-hash-map linked_list
lite-json litemap litrs local-channel local-ip-address local-waker locale_config lockfree log-mdc logos-derive loom lopdf lru_time_cache lru-slab lsp-server lsp-types lz4-sys lz4_flex lzma-sys lzw
mach mach2 macaddr mach_object macro_rules_attribute magic maplit markup match_cfg matchers matchit matrixmultiply maybe-async maybe-owned md4 measurements memmem memory-stats metal
metrics-exporter-prometheus metrics-util miette miette-derive mimalloc mime_guess2 minicbor minimal-lexical minimp3 miow mockito monostate more-asserts mozjpeg mp4 multer multibase multihash multimap
multipart naga names nanoid nanorand native-windows-gui natord ndk ndk-sys neli netlink-packet-core never newtype_derive new_debug_unreachable no-std-compat nodrop nohash-hasher nonempty nonzero_ext
normalize-line-endings normpath notify-debouncer-mini notify-rust ntapi ntest nu-ansi-term nucleo num-bigint-dig num-format num-iter num-modular num-order num_threads nvml-wrapper oauth2 objc objc2
objc-foundation object_store oboe odbc-api ogg oid-registry once_map oneshot onig oorandom opaque-debug open opener opencv openidconnect openapiv3 opentelemetry-jaeger opentelemetry-otlp
opentelemetry_sdk openssl-macros openssl-src option-ext orbclient ordered-multimap ordered-stream os_info os_pipe os_str_bytes ouroboros output_vt100 overload owned_ttf_parser owning_ref owo-colors
p256 p384 packed_simd pairing papergrid parity-wasm parking parse-display parse-zoneinfo partial_ref password-hash pathdiff path-absolutize path-clean path-slash pbkdf2 peeking_take_while pem
pem-rfc7468 perf-event petname phf_generator phf_shared phonenumber piper pkcs1 pkcs8 plain plist plotters plotters-backend polling poly1305 polyval poem portable-atomic portpicker postgres-protocol
postgres-types powerfmt pprof precomputed-hash predicates-core predicates-tree prettyplease pretty primal primeorder primitive-types priority-queue proc-macro-crate proc-macro-error
proc-macro-error-attr proc-macro-hack proc-macro-nested proc-mounts procfs profiling progenitor proj ptr_meta public-api publicsuffix pulldown-cmark-to-cmark pyo3-build-config pyo3-ffi pyo3-asyncio
pythonize qoi qrcode quanta quic-rpc quickcheck_macros quickersort quinn quinn-proto quinn-udp quote-use r-efi radium radix_fmt radix_trie radsort rand_hc rand_pcg rand_xorshift rand_xoshiro random
range-alloc range-map rangemap rav1e rawpointer rcgen rdkafka rdkafka-sys realfft recursion redb redox_syscall redox_users ref-cast ref-cast-impl refinery regex-lite region relative-path rend
renderdoc-sys reqwest-middleware reqwest-retry reqwest-eventsource resolv-conf retain_mut retry rfc6979 rfd rgb ripemd rlimit rlp rmpv robust rodio ropey route-recognizer rpassword rpm rsa rspotify
rstar rstest_reuse rt-format rtnetlink rtrb rumqttc runtime-format rusb rusoto_credential rusoto_dynamodb rusoto_sqs rusoto_sts rusoto_signature rust-argon2 rust-crypto rust-ini rust-s3 rust-stemmers
rust_xlsxwriter rust-htslib rustc-demangle rustc-hex rustc-rayon rustc_tools_util rustc-ap-rustc_lexer rustdoc-types rustfft rustls-native-certs rustls-pki-types rustls-platform-verifier
rusticata-macros rustversion rusty-fork rusty_v8 ruzstd ryu s2n-quic safe_arch safemem saffron salsa salsa20 sanitize-filename scale-info schannel schemars_derive scoped-tls scoped_threadpool scratch
scroll scrypt sct sdl2-sys seahash sec1 seccompiler security-framework security-framework-sys self_cell self-replace self_update semver-parser send_wrapper sentry-core sentry-types seq-macro
serde-big-array serde-aux serde_html_form serde_ignored serde_path_to_error serde_plain serde_qs serde_regex serde_repr serde_spanned serde_test serde_tuple serde_v8 serde-value serde-wasm-bindgen
serde-xml-rs serde_json_canonicalizer serial serial_test_derive servo_arc sfv sha1_smol sha1collisiondetection sha256 shared_library shared_memory shell-escape shell-words shellexpand shadow-rs
signature similar similar-asserts simba simd-adler32 simd-json simdutf8 simple-error simple_logger simple_asn1 simple-mutex sketches-ddsketch skeptic slug slotmap smart-default smartstring smawk
smithay-client-toolkit smol smol_str snap snapbox snow socks sourcemap speculate spin spin_sleep spinning_top spki spirv sptr sqlformat sqlparser sqlx-macros sqlx-mysql sqlx-postgres sqlx-sqlite ssh2
ssh-key ssri stable-vec stable_deref_trait stacker standback starknet static_init statrs stats_alloc stb_truetype stdweb str_indices str_stack strict streaming-iterator streaming-stats string
string_cache string_cache_codegen stringprep strip-ansi-escapes stripe-rust structmeta subprocess subtle-encoding supports-color supports-hyperlinks supports-unicode survey svd-parser svg svgtypes
swc_atoms symbolic-common symphonia symphonia-core syn-mid sync_wrapper synstructure syntect sys-info sys-locale syscallz sysctl system-configuration system-configuration-sys system-deps tabwriter tao
tap target-lexicon tarpc task-local-extensions tauri-plugin-shell tauri-utils temp-dir temp-env tempdir tendril term term_size terminal_size terminfo termtree test-case-core test-log-macros text-size
textnonce textwrap-macros threadpool thrift thunderdome tiktoken-rs tikv-jemalloc-sys tikv-jemallocator time-core time-macros timely timer tiny-bip39 tiny_http tiny-keccak tiny-skia tinystr
tinytemplate tinyvec_macros titlecase tokio-cron-scheduler tokio-io tokio-metrics tokio-openssl tokio-process tokio-retry tokio-serial tokio-test tokio-timer tokio-uring tokio-io-timeout tokio-core
tokio-tar toml_datetime toml_write toolchain_find totp-rs tracing-bunyan-formatter tracing-error tracing-flame tracing-journald tracing-loki tracing-opentelemetry tracing-serde tracing-test
tracing-tree traitobject trim-in-place triomphe trust-dns-proto trust-dns-server try-lock trybuild tsify ttf-parser turborepo-lib twox-hash type-map typed-builder typed-path typeid typetag typewit
ucd-trie udev uds_windows ulid umask unarray unescape unic-char-property unic-langid unicase unicode-id unicode-joining-type unicode-properties unicode-script unicode-truncate unicode_categories
unicode_names2 unindent universal-hash unsafe-libyaml unsigned-varint untrusted uom url_serde urlencoding urlparse usb-device users utf-8 utf16_iter utf8-ranges utf8-width utf8_iter utf8parse
utoipa-swagger-ui uuid-macro-internal uzers v_escape valuable value-bag varint-rs vcpkg vec1 vec_map vergen version-compare version-ranges versions vfs virtue visibility vsimd vte
vte_generate_state_changes vulkano wait-timeout waker-fn walrus want wasi wasm-encoder wasm-logger wasm-pack wasm-streams wasm-timer wasm-bindgen-backend wasm-bindgen-test wasmi wasmprinter wast wat
watchexec wayland-client weezl web-time web-view webbrowser webp webpki-root-certs webrtc websocket weedle2 wezterm-term wgpu-core wgpu-hal wgpu-types wide widestring wild winapi-util
winapi-i686-pc-windows-gnu winapi-x86_64-pc-windows-gnu windows-core windows-link windows-service windows_x86_64_msvc winres winsafe wmi wry ws ws_stream_wasm wyz x11 x11-dl x11rb x509-parser
x509-cert xattr xcb xdg xkbcommon xml5ever xmlparser xmltree xmlwriter xxhash-rust yaml-rust yaml-rust2 yansi yasna yoke yup-oauth2 zbus zbus_macros zerofrom zerovec zeroize_derive zip_next zopfli
zstd-safe zstd-sys zune-jpeg zvariant
`;

export const CRATES_KNOWN = `
serde_yml serde-json-core serde_json5 serde_path_to_error rand_pcg rand_hc rand_xorshift time-macros futures-lite hyper-util
clap-verbosity-flag sha3 md2 md4 toml_datetime chrono-tz hash32 hashers bytesize byte-unit num-derive
rustls-native-certs native-dialog windows-core windows-result windows-link envconfig colorsys colorful http-range
cache nano-id rustdx typemap
linea
`;
