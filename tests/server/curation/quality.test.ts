import { expect, test } from "vitest";
import { qualityRoute } from "../../../model/quality.ts";
import { loadDataset } from "../../../server/dataset/load-dataset.ts";
import { describeOnBothEngines } from "../../real/engines.ts";
import { appOn, folder } from "../app.ts";
import { smallFiles } from "../small.ts";

const adminToken = "a-token-of-this-test-alone";
const stated = [{ source: "source:page", basis: "stated" }];
const year = new Date().getFullYear();

/** The small data set with a question that nobody asks, a name that is there twice, and links of other years. */
const files = {
  ...smallFiles,
  "nodes/question.json": [
    ...smallFiles["nodes/question.json"],
    { id: "question:alleen", name: "Wie vraagt dit?", nameEn: "Who asks this?", evidence: stated },
  ],
  "nodes/space.json": [
    { id: "space:lab", name: "Het Leerlab", nameEn: "The Lab", evidence: stated },
    { id: "space:labs", name: "Leerlabs", nameEn: "Labs", evidence: stated },
  ],
  "links/hosts.json": [
    { from: "institution:oost", kind: "HOSTS", to: "space:lab", properties: { since: year - 5 }, evidence: stated },
    {
      from: "institution:oost",
      kind: "HOSTS",
      to: "space:labs",
      properties: { since: 2001 },
      evidence: [{ ...stated[0], checkedOn: `${year - 1}-01-31` }],
    },
  ],
};

describeOnBothEngines("what can be better", (open) => {
  test("is listed for editors, and what was confirmed is not listed any more", async () => {
    const store = await open();
    await loadDataset(store, folder(files));
    const app = await appOn(store, { tokens: { adminToken, localToken: undefined } });
    const headers = { authorization: `Bearer ${adminToken}` };
    const quality = async (query = "") => {
      const answer = (await app.inject({ url: `/api/quality${query}`, headers })).json();
      expect(qualityRoute.response.parse(answer)).toStrictEqual(answer);
      return qualityRoute.response.parse(answer);
    };
    const found = await quality();
    const ids = (list: "unstated" | "questionsAlone" | "institutionsSilent" | "oldLinks" | "loneSources" | "alike") =>
      found[list].rows.map(({ id }) => id);
    expect(ids("unstated")).toEqual(["theme:xr"]);
    expect(ids("questionsAlone")).toEqual(["question:alleen"]);
    expect(ids("institutionsSilent")).toEqual(["institution:zuid"]);
    expect(found.oldLinks.rows).toContainEqual({
      id: "institution:zuid|MADE|product:bril",
      name: { nl: "Zuid College maakte Brillenkoffer", en: "South College made Headset case" },
      year: 2020,
    });
    expect(ids("oldLinks").filter((id) => id.includes("HOSTS"))).toEqual([]);
    expect(found.loneSources.rows).toMatchObject([{ id: "source:page", name: { nl: "Een pagina" }, count: expect.any(Number) }]);
    expect(found.alike.rows.map(({ id, other }) => [id, other?.id].sort())).toContainEqual(["space:lab", "space:labs"]);
    expect((await quality("?limit=1")).oldLinks.rows).toHaveLength(1);

    const confirm = { edit: { is: "confirm", id: "institution:zuid|MADE|product:bril" } };
    expect((await app.inject({ method: "POST", url: "/api/edits", payload: confirm, headers })).statusCode).toBe(200);
    const after = await quality();
    expect(after.oldLinks.rows.map(({ id }) => id)).not.toContain("institution:zuid|MADE|product:bril");
  });
});
