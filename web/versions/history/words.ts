import type { Language } from "../../../model/graph.ts";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

export const historyWords = (language: Language): typeof nl => (language === "nl" ? nl : en);
