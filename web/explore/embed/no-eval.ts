/** Before zod: it is not to make functions from text, which the policy of many a site forbids. What the page set before stays. */
const shared = globalThis as { __zod_globalConfig?: object };
shared.__zod_globalConfig = Object.assign(shared.__zod_globalConfig ?? {}, { jitless: true });
