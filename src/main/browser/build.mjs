// Bundles what the browser runs into target/classes, as the Maven build asks for it: node src/main/browser/build.mjs
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../../..");
const store = join(root, ".tools/browser");
const classes = join(root, "target/classes");
const pages = join(classes, "META-INF/resources");
const LOCK = "package-lock.json";

// Only X25519 is ever sealed to: what the library brings for other kinds of keys stays out of the bundle.
const unused = {
  "@noble/post-quantum/hybrid.js": join(here, "unused.js"),
  "@noble/curves/nist.js": join(here, "unused.js"),
  "@noble/hashes/scrypt.js": join(here, "unused.js"),
};

function install() {
  const current = join(store, "installed-" + LOCK);
  const wanted = readFileSync(join(here, LOCK));
  if (existsSync(current) && readFileSync(current).equals(wanted)) return;
  mkdirSync(store, { recursive: true });
  for (const file of ["package.json", LOCK, ".npmrc"]) copyFileSync(join(here, file), join(store, file));
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--silent"], { cwd: store, stdio: "inherit" });
  if (npm.error || npm.status !== 0) {
    console.error("The browser's libraries could not be fetched: npm is needed, and a registry that it knows.");
    process.exit(1);
  }
  writeFileSync(current, wanted);
}

function licences(inputs) {
  const packages = new Set();
  for (const input of Object.keys(inputs)) {
    const found = input.match(/.*node_modules\/(?:@[^/]+\/)?[^/]+/);
    if (found) packages.add(found[0]);
  }
  return [...packages].sort().map((path) => {
    const folder = resolve(root, path);
    const { name, version } = JSON.parse(readFileSync(join(folder, "package.json")));
    return `${name} ${version}\n\n${readFileSync(join(folder, "LICENSE"), "utf8")}`;
  });
}

const digest = (algorithm, bytes, form) => createHash(algorithm).update(bytes).digest(form);

async function bundle(entry, format) {
  const { build } = createRequire(join(store, "package.json"))("esbuild");
  const result = await build({
    entryPoints: [join(here, entry)],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format,
    target: ["es2021"],
    charset: "ascii",
    legalComments: "none",
    nodePaths: [join(store, "node_modules")],
    alias: unused,
    write: false,
    metafile: true,
    logLevel: "warning",
  });
  const note = Buffer.from("/* AGPL-3.0-or-later; the libraries in here: /licences.txt */\n");
  return { code: Buffer.concat([note, result.outputFiles[0].contents]), inputs: result.metafile.inputs };
}

install();
mkdirSync(pages, { recursive: true });
mkdirSync(join(classes, "browser"), { recursive: true });
const BUNDLES = ["desk", "leave", "form", "sealing", "upload"];
const HASHED = new RegExp(`^(${BUNDLES.join("|")})-[0-9a-f]+\\.js$`);
for (const old of readdirSync(pages)) if (HASHED.test(old)) rmSync(join(pages, old));

let properties = "";
const inputs = {};
for (const name of BUNDLES) {
  const { code, inputs: used } = await bundle(`${name}.js`, "esm");
  const file = `${name}-${digest("sha256", code, "hex").slice(0, 12)}.js`;
  writeFileSync(join(pages, file), code);
  properties += `${name}.src=/${file}\n${name}.integrity=sha384-${digest("sha384", code, "base64")}\n`;
  Object.assign(inputs, used);
}
writeFileSync(join(classes, "browser/scripts.properties"), properties);
inputs[".tools/browser/node_modules/silk-wasm/lib/index.mjs"] = {};
writeFileSync(join(pages, "licences.txt"), licences(inputs).join("\n----\n\n"));
writeFileSync(join(classes, "browser/letter.js"), (await bundle("letter.js", "iife")).code);

// What reads WeChat's voice messages runs nowhere but behind walls: the service hands it in with each message.
const silk = join(store, "node_modules/silk-wasm");
mkdirSync(join(classes, "silk"), { recursive: true });
for (const file of ["lib/index.mjs", "lib/silk.wasm", "LICENSE"]) copyFileSync(join(silk, file), join(classes, "silk", file.replace("lib/", "")));
