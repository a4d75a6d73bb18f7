/**
 * Makes this folder ready: `node scripts/setup.mjs [server|web|build|test|bench]`. It does only what is missing, and says what it does.
 * It has no dependencies of its own, because it is what installs them.
 *
 *   (nothing)  installs the packages of package-lock.json
 *   server     that, and builds the server into dist/
 *   web        that, and builds the web part into dist/web/
 *   build      both
 *   test       both, and fetches into .cache/ for the tests: a Neo4j server, the openCypher TCK, and the programs in Python and
 *              Java that read what is exported
 *   bench      all of test, and installs the packages of bench/package-lock.json
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const windows = process.platform === "win32";

const say = (text) => console.log(`[set-up] ${text}`);

function run(command, args, { cwd = root, env = process.env } = {}) {
  const { status, error } = spawnSync(command, args, { cwd, env, stdio: "inherit", shell: windows });
  if (error || status !== 0)
    throw new Error(`\`${command} ${args.join(" ")}\` failed${error ? `: ${error.message}` : ` with exit code ${status}`}`);
}

const works = (command, args) => spawnSync(command, args, { stdio: "ignore", shell: windows }).status === 0;

/** Whether every package of the lock file in `folder` stands in its node_modules, at that version. */
function isInstalled(folder) {
  const there = join(folder, "node_modules", ".package-lock.json");
  if (!existsSync(there)) return false;
  const installed = JSON.parse(readFileSync(there, "utf8")).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")).packages);
  return wanted.every(
    ([path, { version, optional, devOptional }]) =>
      path === "" || installed[path]?.version === version || ((optional || devOptional) && !installed[path]),
  );
}

function install(folder, what) {
  if (isInstalled(folder)) return;
  const packages = join(folder, "node_modules");
  // npm empties the folder first, and that of another checkout is not ours to empty.
  if (lstatSync(packages, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new Error(
      `${packages} is a link to another folder, which has other packages than package-lock.json says: remove the link`,
    );
  say(`installing ${what} (about half a minute, once) …`);
  run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: folder });
}

/** A hash of the names and the content of all files in `folders`. */
function hashOf(folders) {
  const hash = createHash("sha256");
  const visit = (path) => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const inside = `${path}/${entry.name}`;
      if (entry.isDirectory()) visit(inside);
      else
        hash
          .update(inside)
          .update("\0")
          .update(readFileSync(join(root, inside)));
    }
  };
  for (const folder of folders) visit(folder);
  for (const file of ["package-lock.json", "tsconfig.json", "tsconfig.build.json"]) hash.update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

/** Builds a part into dist/ unless it was built from exactly these sources. */
function buildPart(name, folders, script, ...runs) {
  const stamp = join(root, "dist", `.${name}-built-from`);
  const hash = hashOf(folders);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  say(`building the ${name} part …`);
  for (const args of runs) run(process.execPath, [join(root, "node_modules", script), ...args]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

function build(goal) {
  if (goal !== "web") buildPart("server", ["server", "model"], "typescript/bin/tsc", ["-p", "tsconfig.build.json"]);
  if (goal !== "server")
    // The site, and then the one script for pages of other sites beside it.
    buildPart(
      "web",
      ["web", "model"],
      "vite/bin/vite.js",
      ...["web/vite.config.ts", "web/vite.embed.config.ts"].map((config) => ["build", "--config", config, "--logLevel", "warn"]),
    );
}

/** Java and Maven, which assemble and run the Neo4j server of the tests. Debian's are installed where that is allowed. */
function ensureJavaAndMaven() {
  const ready = () => works("java", ["-version"]) && works("mvn", ["-v"]);
  if (ready()) return true;
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    say("installing Java and Maven with apt-get …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update", "-qq"], { env });
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "default-jre-headless", "maven"], { env });
  }
  return ready();
}

/** Fetches what a project of Maven names into a folder of .cache/ that is named after its version, once. */
function fetchFromMaven({ name, project, artifact, into, goal, options, what, otherwise }) {
  const pom = join(root, "tests", ...project, "pom.xml");
  const version = new RegExp(`<artifactId>${artifact}</artifactId>\\s*<version>([^<]+)<`).exec(readFileSync(pom, "utf8"))?.[1];
  const place = join(root, ".cache", name, version, ...into);
  if (existsSync(place)) return;
  if (!ensureJavaAndMaven()) {
    say(`no Java 17 or Maven here, so no ${what}: its tests are skipped. ${otherwise}`);
    return;
  }
  say(`fetching ${what} ${version} for the tests (once) …`);
  const unfinished = join(root, ".cache", name, `fetching-${process.pid}`);
  mkdirSync(unfinished, { recursive: true });
  try {
    const plugin = `org.apache.maven.plugins:maven-dependency-plugin:3.6.1:${goal}`;
    run("mvn", ["-q", "-B", "-f", pom, plugin, `-DoutputDirectory=${unfinished}`, ...options]);
    mkdirSync(dirname(place), { recursive: true });
    renameSync(unfinished, place);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

function fetchNeo4j() {
  if (process.env.OVERLAP_TEST_NEO4J_URI) return;
  fetchFromMaven({
    name: "neo4j",
    project: ["real"],
    artifact: "neo4j",
    into: ["lib"],
    goal: "copy-dependencies",
    options: ["-DincludeScope=runtime"],
    what: "Neo4j, 114 MB,",
    otherwise: "Install both, or set OVERLAP_TEST_NEO4J_URI.",
  });
}

/** The openCypher Technology Compatibility Kit: scenarios that say what a query gives. */
function fetchTck() {
  fetchFromMaven({
    name: "tck",
    project: ["tck"],
    artifact: "tck",
    into: [],
    goal: "unpack-dependencies",
    options: ["-DexcludeTransitive=true", "-Dmdep.unpack.includes=features/**,graphs/**"],
    what: "the openCypher TCK",
    otherwise: "Install both.",
  });
}

/** The programs in Java that read exported files. */
function fetchJavaReaders() {
  fetchFromMaven({
    name: "readers",
    project: ["server", "exports", "readers"],
    artifact: "gephi-toolkit",
    into: [],
    goal: "copy-dependencies",
    options: ["-DincludeScope=runtime"],
    what: "Gephi Toolkit and Jena",
    otherwise: "Install both.",
  });
}

const newEnough = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))";

/** A Python that can make an environment of its own. Debian's is installed where that is allowed. */
function ensurePython() {
  const found = () => ["python3", "python"].find((command) => works(command, ["-c", windows ? `"${newEnough}"` : newEnough]));
  if (!found() && existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    say("installing Python with apt-get …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update", "-qq"], { env });
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "python3", "python3-venv"], { env });
  }
  return found();
}

/** The programs in Python that read exported files, in an environment that is named after their versions. */
function fetchPythonReaders() {
  const requirements = join(root, "tests", "server", "exports", "readers", "requirements.txt");
  const version = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 12);
  const place = join(root, ".cache", "readers-python", version);
  const ready = join(place, "ready");
  if (existsSync(ready)) return;
  const python = ensurePython();
  if (!python) {
    say("no Python 3.11 with venv here: the tests of what it reads are skipped. Install it.");
    return;
  }
  say("fetching networkx, igraph, rdflib, pandas and others for the tests (about a minute, once) …");
  rmSync(place, { recursive: true, force: true });
  run(python, ["-m", "venv", place]);
  const own = join(place, windows ? "Scripts" : "bin", "python");
  run(own, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements]);
  writeFileSync(ready, version);
}

try {
  const goal = process.argv[2];
  install(root, "packages");
  if (goal) build(goal);
  if (goal === "test" || goal === "bench") fetchNeo4j();
  if (goal === "test") {
    fetchTck();
    fetchJavaReaders();
    fetchPythonReaders();
  }
  if (goal === "bench") install(join(root, "bench"), "the packages of the measurements");
} catch (error) {
  console.error(`[set-up] ${error.message}`);
  process.exit(1);
}
