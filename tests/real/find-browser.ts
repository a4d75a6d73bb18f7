import { existsSync } from "node:fs";
import { chromium, type LaunchOptions } from "playwright-core";

const how = "Set OVERLAP_TEST_BROWSER to the path of a Chromium or Chrome, or install Google Chrome.";

/** How a Chromium is started here: a named one, the one that comes with the packages, or an installed Chrome; else why there is none. */
export async function findBrowser(environment = process.env): Promise<LaunchOptions | string> {
  const named = environment.OVERLAP_TEST_BROWSER;
  if (named) return existsSync(named) ? tried({ executablePath: named }) : `OVERLAP_TEST_BROWSER: there is no ${named}. ${how}`;
  if (process.platform === "linux" && process.arch === "x64") {
    const { default: packaged } = await import("@sparticuz/chromium");
    const found = await tried({ executablePath: await packaged.executablePath() });
    if (typeof found !== "string") return found;
  }
  return tried({ channel: "chrome" });
}

/** Software rendering, so that WebGL works without a graphics card; no sandbox, which needs root or a set-up of its own. */
const args = ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

async function tried(options: LaunchOptions): Promise<LaunchOptions | string> {
  try {
    await (await chromium.launch({ ...options, args })).close();
    return { ...options, args };
  } catch (error) {
    const [reason] = String(error instanceof Error ? error.message : error).split("\n");
    return `No browser starts here: ${reason} ${how}`;
  }
}
