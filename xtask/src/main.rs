//! `cargo xtask build` does everything of the build that is Rust's, `cargo xtask docs` writes the pages that come out of
//! the rules, `cargo xtask types` only the TypeScript declarations.
//!
//! The build writes into `build/wasm`, or another folder: `vocabulary.js` (what JavaScript must know of the rules),
//! `plain.js` (the messages that it builds by itself), `types.d.ts` (the TypeScript of what goes out and comes in),
//! `patchbay.js` (wasm-bindgen's glue), `patchbay_bg.wasm`, and `patchbay_named.wasm` as the compiler left it. `npm run build` calls it and makes the two shapes that ship out of them.

mod allowed;
mod attributes;
mod engagement;
mod plain;
mod preflight;
mod types;
mod vocabulary;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail, ensure};
use wasm_bindgen_cli_support::{Bindgen, EncodeInto};

fn main() -> Result<()> {
    match env::args().nth(1).as_deref() {
        Some("build") => build(&env::args().skip(2).collect::<Vec<_>>()),
        Some("docs") => docs(),
        Some("types") => write_types(&root()?.join("build/wasm")),
        _ => bail!("usage: cargo xtask build [FOLDER [FEATURES [names]]] | types | docs"),
    }
}

fn root() -> Result<&'static Path> {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().context("xtask stands in the workspace")
}

fn docs() -> Result<()> {
    let pages = [
        (allowed::FILE, allowed::page()),
        (attributes::FILE, attributes::page()),
        (engagement::FILE, engagement::page()),
    ];
    for (file, page) in pages {
        fs::write(root()?.join(file), page)?;
    }
    Ok(())
}

fn write_types(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    Ok(fs::write(folder.join("types.d.ts"), types::module())?)
}

/// Builds into a folder of the workspace, with these features (a list with commas) instead of all; with `names` the
/// module keeps those of its functions, for profiles.
fn build(arguments: &[String]) -> Result<()> {
    let root = root()?;
    let out = root.join(arguments.first().map_or("build/wasm", String::as_str));
    let features = arguments.get(1).map(String::as_str);
    let names = arguments.get(2).is_some_and(|word| word == "names");
    write_types(&out)?;
    let (body, plain) = (vocabulary::module(), plain::module());
    let fingerprint = fingerprint(&[&body, plain.as_str(), VIEWS].concat());
    fs::write(out.join("plain.js"), plain)?;
    fs::write(out.join("preflight.js"), preflight::module())?;
    fs::write(out.join("vocabulary.js"), format!("{body}export const FINGERPRINT = {fingerprint};\n"))?;
    let wasm = compile(root, fingerprint, features)?;
    // With the names of its functions, for those who ask what is how long.
    fs::copy(&wasm, out.join("patchbay_named.wasm"))?;
    Bindgen::new()
        .input_path(wasm)
        .out_name("patchbay")
        .web(true)?
        .typescript(false)
        // `import.meta`, even in dead code, is a SyntaxError inside Lightning Web Security.
        .omit_default_module_path(true)
        .encode_into(EncodeInto::Always)
        // After a trap everything begins anew, in an instance of its own.
        .reset_state_function(true)
        .remove_name_section(!names)
        .remove_producers_section(true)
        .generate(&out)
}

/// The shapes of what a session tells JavaScript.
const VIEWS: &str = concat!(
    include_str!("../../src/session/view.rs"),
    include_str!("../../src/log/write.rs"),
    include_str!("../../src/outbox/mod.rs")
);

/// FNV-1a: the same on every machine, and different whenever anything JavaScript knows of the rules differs.
fn fingerprint(text: &str) -> u32 {
    text.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Where the sources of the standard library are if they are installed, and what stands for them where they are not: as
/// many have them as do not, and both are to build the same bytes.
fn standard_library() -> Result<String> {
    let ask = |question| -> Result<String> {
        let answer = Command::new(env::var_os("RUSTC").unwrap_or("rustc".into())).args(question).output()?;
        Ok(String::from_utf8(answer.stdout)?)
    };
    let sysroot = ask(&["--print", "sysroot"][..])?;
    let version = ask(&["--version", "--verbose"][..])?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).context("rustc has a commit")?;
    Ok(format!("{}/lib/rustlib/src/rust=/rustc/{commit}", sysroot.trim()))
}

fn compile(root: &Path, fingerprint: u32, features: Option<&str>) -> Result<PathBuf> {
    // No path of the machine that builds may stand in what ships, or two machines would build different bytes.
    let home =
        env::var("CARGO_HOME").or_else(|_| env::var("HOME").map(|home| format!("{home}/.cargo"))).unwrap_or_default();
    let sources = format!("--remap-path-prefix={}", standard_library()?);
    let flags = [
        format!("--remap-path-prefix={}=patchbay", root.display()),
        format!("--remap-path-prefix={home}=cargo"),
        sources,
    ];
    let target = root.join("target/wasm");
    let status = Command::new(env!("CARGO"))
        .current_dir(root)
        .args([
            "build",
            "--quiet",
            "--locked",
            "--release",
            "--package",
            "patchbay-wasm",
            "--target",
            "wasm32-unknown-unknown",
        ])
        .args(features.iter().flat_map(|features| ["--no-default-features", "--features", features]))
        .arg("--target-dir")
        .arg(&target)
        .env("PATCHBAY_FINGERPRINT", fingerprint.to_string())
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"))
        .status()?;
    ensure!(status.success(), "the module did not compile");
    Ok(target.join("wasm32-unknown-unknown/release/patchbay_wasm.wasm"))
}
