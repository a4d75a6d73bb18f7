import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openGrafeo } from "../../server/store/grafeo/store.ts";
import { describeInBrowser } from "../real/browser.ts";
import { appOn, listening } from "../server/app.ts";

let app: FastifyInstance;
let url: string;
beforeAll(async () => {
  app = await appOn(await openGrafeo(":memory:"));
  url = await listening(app);
});
afterAll(() => app.close());

describeInBrowser("the page of the API", (browser) => {
  test("shows every part, within the content security policy, from this server alone", async () => {
    const page = await (await browser()).newPage();
    const complaints: string[] = [];
    const elsewhere: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("request", (request) => {
      if (!request.url().startsWith(url) && !request.url().startsWith("data:")) elsewhere.push(request.url());
    });
    await page.goto(`${url}/api/docs`);
    await page.getByText("/api/nodes/{id}/neighbours").first().waitFor();
    await page.getByText("/api/search", { exact: true }).click();
    await page.getByText("Try it out").waitFor();
    expect(await page.title()).toBe("Overlap API");
    expect([complaints, elsewhere]).toEqual([[], []]);
    await page.close();
  });
});
