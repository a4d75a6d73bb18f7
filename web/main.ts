import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/parts.css";
import "./styles/shell.css";
import "./styles/print.css";
import { recallTheme } from "./actions.ts";
import { startRouter } from "./router.ts";
import "./pages/app-shell.ts";

recallTheme();
startRouter();
