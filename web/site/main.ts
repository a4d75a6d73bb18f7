import "../ui/tokens.css";
import "../ui/base.css";
import "../ui/parts.css";
import "./shell.css";
import "../ui/print.css";
import { startRouter } from "../app/router.ts";
import { recallTheme } from "../app/session.ts";
import "./app-shell.ts";

recallTheme();
startRouter();
