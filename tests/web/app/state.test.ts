import { expect, test } from "vitest";
import { announce, firstState, setAddress, setTheme } from "../../../web/app/state.ts";

test("each update replaces its own part and leaves the rest as it was", () => {
  const address = { path: "/verken", query: { toon: "theme:ai" }, language: "en" } as const;
  expect(setAddress(address)(firstState)).toStrictEqual({ ...firstState, address });
  expect(setTheme("dark")(firstState)).toStrictEqual({ ...firstState, theme: "dark" });
});

test("the same message twice is another message, so that it is said twice", () => {
  const once = announce("Opgeruimd.")(firstState);
  const twice = announce("Opgeruimd.")(once);
  expect([once.message.text, twice.message.text]).toStrictEqual(["Opgeruimd.", "Opgeruimd."]);
  expect(twice.message).not.toStrictEqual(once.message);
});
