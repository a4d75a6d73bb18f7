import "../ui/tokens.css";
import "../ui/base.css";
import "../ui/glyph.css";
import "../ui/parts.css";
import "./shell.css";
import "../ui/print.css";
import "./app-shell.ts";
