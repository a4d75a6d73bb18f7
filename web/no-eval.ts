/**
 * zod's fast path compiles functions from text, which the content security policy forbids. Shapes try it when they are
 * made, so this stands before every import that makes one.
 */
import { z } from "zod";

z.config({ jitless: true });
