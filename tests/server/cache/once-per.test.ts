import { expect, test } from "vitest";
import { oncePer, oncePerKey } from "../../../server/cache/once-per.ts";

test("makes a value once for each object, even an empty value", () => {
  const made: object[] = [];
  const valueFor = oncePer((owner: object) => void made.push(owner));
  const [one, other] = [{}, {}];
  expect([valueFor(one), valueFor(one), valueFor(other)]).toEqual([undefined, undefined, undefined]);
  expect(made).toHaveLength(2);
  expect([made[0] === one, made[1] === other]).toEqual([true, true]);
});

test("an object that looks the same is another one", () => {
  const valueFor = oncePer((owner: { readonly name: string }) => ({ made: owner.name }));
  const [one, twin] = [{ name: "a" }, { name: "a" }];
  expect(valueFor(one)).toBe(valueFor(one));
  expect(valueFor(one)).not.toBe(valueFor(twin));
});

test("a failure is not held", () => {
  let isBroken = true;
  const valueFor = oncePer((_: object) => {
    if (isBroken) throw new Error("not yet");
    return "made";
  });
  const owner = {};
  expect(() => valueFor(owner)).toThrow("not yet");
  isBroken = false;
  expect(valueFor(owner)).toBe("made");
});

test("makes a value once for each key", () => {
  const made: string[] = [];
  const valueFor = oncePerKey((key: string) => {
    made.push(key);
    return key === "b" ? undefined : { key };
  });
  expect(valueFor("a")).toBe(valueFor("a"));
  expect([valueFor("b"), valueFor("b")]).toEqual([undefined, undefined]);
  expect(made).toEqual(["a", "b"]);
});
