import neo4j from "neo4j-driver";
import { describe, expect, test } from "vitest";
import { AppError } from "../../../model/errors.ts";
import { appErrorOf, errorForOperator, isAway, mayRetry } from "../../../server/store/neo4j/driver.ts";

/** A failure as the driver makes it of what a server says. */
const failureOf = (code: string, message = "no bolt://db.example:7687") => new neo4j.Neo4jError(message, code, "50N42", "");

describe("what Neo4j says, told as a failure of ours", () => {
  test.each([
    // A cluster chooses another leader, or a server of it goes.
    ["Neo.ClientError.Cluster.NotALeader", "STORE_UNAVAILABLE"],
    ["Neo.ClientError.General.ForbiddenOnReadOnlyDatabase", "STORE_UNAVAILABLE"],
    ["Neo.TransientError.Cluster.ReplicationFailure", "STORE_UNAVAILABLE"],
    ["Neo.TransientError.General.DatabaseUnavailable", "STORE_UNAVAILABLE"],
    ["Neo.TransientError.Database.DatabaseUnavailable", "STORE_UNAVAILABLE"],
    ["Neo.ClientError.Database.DatabaseNotFound", "STORE_UNAVAILABLE"],
    ["ServiceUnavailable", "STORE_UNAVAILABLE"],
    ["SessionExpired", "STORE_UNAVAILABLE"],
    ["N/A", "STORE_UNAVAILABLE"],
    // Who may use it.
    ["Neo.ClientError.Security.Unauthorized", "STORE_UNAVAILABLE"],
    ["Neo.ClientError.Security.AuthorizationExpired", "STORE_UNAVAILABLE"],
    ["Neo.ClientError.Security.TokenExpired", "STORE_UNAVAILABLE"],
    // Broken off in the middle.
    ["Neo.TransientError.Transaction.DeadlockDetected", "STORE_UNAVAILABLE"],
    ["Neo.TransientError.Transaction.Outdated", "STORE_UNAVAILABLE"],
    ["Neo.TransientError.Transaction.BookmarkTimeout", "STORE_UNAVAILABLE"],
    ["Neo.TransientError.Transaction.Terminated", "STORE_UNAVAILABLE"],
    ["Neo.ClientError.Transaction.Terminated", "STORE_UNAVAILABLE"],
    ["Neo.ClientError.Transaction.LockClientStopped", "STORE_UNAVAILABLE"],
    ["Neo.TransientError.Request.NoThreadsAvailable", "STORE_UNAVAILABLE"],
    // Too much was asked.
    ["Neo.ClientError.Transaction.TransactionTimedOut", "QUERY_TIMEOUT"],
    ["Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration", "QUERY_TIMEOUT"],
    ["Neo.TransientError.General.MemoryPoolOutOfMemoryError", "QUERY_REFUSED"],
    ["Neo.TransientError.General.TransactionOutOfMemoryError", "QUERY_REFUSED"],
    ["Neo.ClientError.Statement.SyntaxError", "QUERY_REFUSED"],
    ["Neo.ClientError.Statement.AccessMode", "QUERY_REFUSED"],
  ])("%s is %s", (code, expected) => {
    const failure = appErrorOf(failureOf(code));
    expect(failure).toBeInstanceOf(AppError);
    expect((failure as AppError).code).toBe(expected);
    expect((failure as AppError).cause).toMatchObject({ code });
  });

  test("what only says where the database is stays in the log, and is told to whoever starts a server", () => {
    for (const code of ["ServiceUnavailable", "SessionExpired", "Neo.ClientError.Cluster.NotALeader"]) {
      expect((appErrorOf(failureOf(code)) as AppError).message).not.toContain("db.example");
      expect((errorForOperator(failureOf(code)) as AppError).message).toContain("db.example");
    }
  });

  test("a bug stays what it is", () => {
    const bug = new TypeError("x is not a function");
    expect(appErrorOf(bug)).toBe(bug);
    expect(errorForOperator(bug)).toBe(bug);
  });
});

test.each([
  // Over neo4j:// the driver itself makes a SessionExpired of it, and asks for the new leader; over bolt:// there is nobody else to ask.
  ["Neo.ClientError.Cluster.NotALeader", false],
  ["Neo.TransientError.Transaction.DeadlockDetected", true],
  ["Neo.ClientError.Security.AuthorizationExpired", true],
  ["ServiceUnavailable", true],
  ["SessionExpired", true],
  ["Neo.TransientError.General.MemoryPoolOutOfMemoryError", false],
  ["Neo.ClientError.Transaction.Terminated", false],
  ["Neo.ClientError.Security.Unauthorized", false],
  ["Neo.ClientError.Statement.SyntaxError", false],
])("a read that failed with %s may be tried again: %s", (code, expected) => {
  expect(mayRetry(failureOf(code))).toBe(expected);
});

test("only what is known to be an answer shows that the database is there", () => {
  for (const code of ["ServiceUnavailable", "SessionExpired", "Neo.TransientError.General.DatabaseUnavailable"])
    expect(isAway(failureOf(code)), code).toBe(true);
  for (const code of ["Neo.ClientError.Statement.SyntaxError", "Neo.TransientError.Transaction.DeadlockDetected"])
    expect(isAway(failureOf(code)), code).toBe(false);
  expect(isAway(new Error("a bug"))).toBe(false);
});
