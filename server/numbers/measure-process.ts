import { serve } from "../process/serve.ts";
import { measure, type Question } from "./measure.ts";

/** Measures in a process of its own: it takes a core for seconds, and can be ended at any moment. */
serve(async (question: Question) => measure(question));
