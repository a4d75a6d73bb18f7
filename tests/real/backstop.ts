/**
 * Milliseconds after which a test gives up waiting for something. It is no expectation: whoever waits hears of what happens when
 * it happens, and a machine with much else to do may take long.
 */
export const backstop = 2 * 60_000;
