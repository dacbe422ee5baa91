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

export const CRATES_KNOWN = `
serde_yml serde-json-core serde_json5 serde_path_to_error rand_pcg rand_hc rand_xorshift time-macros futures-lite hyper-util
clap-verbosity-flag sha3 md2 md4 toml_datetime chrono-tz hash32 hashers bytesize byte-unit num-derive
rustls-native-certs native-dialog windows-core windows-result windows-link envconfig colorsys colorful http-range
`;
