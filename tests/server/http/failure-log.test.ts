import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { AppError } from "../../../model/errors.ts";
import { FailureLog } from "../../../server/http/failure-log.ts";

let told: unknown[][];
let failures: FailureLog;
const log = { error: (...args: unknown[]) => told.push(args) } as unknown as Parameters<FailureLog["tell"]>[2];

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  failures = new FailureLog();
});
afterEach(() => {
  failures.close();
  vi.useRealTimers();
});

const away = () => failures.tell(new AppError("STORE_UNAVAILABLE", "away"), "STORE_UNAVAILABLE", log);
const bug = (asked: string) => failures.tell(new TypeError(`no ${asked}`), "INTERNAL", log);

test("the same failure is told whole once, and then with a count, as long as it goes on", () => {
  for (let time = 0; time < 1_000; time++) away();
  expect(told).toHaveLength(1);
  expect(told[0]).toMatchObject([{ code: "STORE_UNAVAILABLE", err: { message: "away" } }]);
  vi.advanceTimersByTime(60_000);
  expect(told[1]).toEqual([{ again: 999 }, "the same failure came 999 times more: away"]);
  away();
  vi.advanceTimersByTime(60_000);
  expect(told[2]).toEqual([{ again: 1 }, "the same failure came 1 times more: away"]);
});

test("after a minute without it, it is new again", () => {
  away();
  vi.advanceTimersByTime(61_000);
  away();
  expect(told).toHaveLength(2);
  expect(told[1]).toMatchObject([{ err: { message: "away" } }]);
});

test("others are told beside it; one that differs in what was asked for only is the same", () => {
  away();
  for (const asked of ["one", "two", "three"]) bug(asked);
  failures.tell(new Error("elsewhere"), "INTERNAL", log);
  expect(told).toHaveLength(3);
});

test("what was not told yet is told at the end", () => {
  away();
  away();
  failures.close();
  expect(told[1]).toEqual([{ again: 1 }, "the same failure came 1 times more: away"]);
});

test("however many different ones there are, all are told", () => {
  for (let number = 0; number < 500; number++)
    failures.tell(new AppError("STORE_UNAVAILABLE", `away ${number}`), "STORE_UNAVAILABLE", log);
  expect(told).toHaveLength(500);
});
