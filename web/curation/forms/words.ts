import type { Language } from "../../../model/graph.ts";
import { en } from "./words.en.ts";
import { nl } from "./words.nl.ts";

export type FormWords = typeof nl;
export const formWords = (language: Language): FormWords => (language === "nl" ? nl : en);
