import align from "lucide-static/icons/align-left.svg?raw";
import arrowDown from "lucide-static/icons/arrow-down.svg?raw";
import arrowRight from "lucide-static/icons/arrow-right.svg?raw";
import arrowUp from "lucide-static/icons/arrow-up.svg?raw";
import arrowUpDown from "lucide-static/icons/arrow-up-down.svg?raw";
import bookOpen from "lucide-static/icons/book-open.svg?raw";
import bookmark from "lucide-static/icons/bookmark.svg?raw";
import building from "lucide-static/icons/building-2.svg?raw";
import calendar from "lucide-static/icons/calendar.svg?raw";
import chart from "lucide-static/icons/chart-column.svg?raw";
import check from "lucide-static/icons/check.svg?raw";
import chevron from "lucide-static/icons/chevron-right.svg?raw";
import circleHelp from "lucide-static/icons/circle-help.svg?raw";
import copy from "lucide-static/icons/copy.svg?raw";
import duplicate from "lucide-static/icons/copy-plus.svg?raw";
import database from "lucide-static/icons/database.svg?raw";
import doorOpen from "lucide-static/icons/door-open.svg?raw";
import download from "lucide-static/icons/download.svg?raw";
import externalLink from "lucide-static/icons/external-link.svg?raw";
import eyeOff from "lucide-static/icons/eye-off.svg?raw";
import graduationCap from "lucide-static/icons/graduation-cap.svg?raw";
import history from "lucide-static/icons/history.svg?raw";
import image from "lucide-static/icons/image.svg?raw";
import lasso from "lucide-static/icons/lasso-select.svg?raw";
import list from "lucide-static/icons/list.svg?raw";
import mail from "lucide-static/icons/mail.svg?raw";
import maximize from "lucide-static/icons/maximize.svg?raw";
import minus from "lucide-static/icons/minus.svg?raw";
import monitor from "lucide-static/icons/monitor.svg?raw";
import moon from "lucide-static/icons/moon.svg?raw";
import network from "lucide-static/icons/network.svg?raw";
import packageIcon from "lucide-static/icons/package.svg?raw";
import panelLeft from "lucide-static/icons/panel-left.svg?raw";
import panelRight from "lucide-static/icons/panel-right.svg?raw";
import play from "lucide-static/icons/play.svg?raw";
import plus from "lucide-static/icons/plus.svg?raw";
import printer from "lucide-static/icons/printer.svg?raw";
import redo from "lucide-static/icons/redo-2.svg?raw";
import route from "lucide-static/icons/route.svg?raw";
import search from "lucide-static/icons/search.svg?raw";
import share from "lucide-static/icons/share-2.svg?raw";
import sprout from "lucide-static/icons/sprout.svg?raw";
import square from "lucide-static/icons/square.svg?raw";
import frame from "lucide-static/icons/square-dashed-mouse-pointer.svg?raw";
import sun from "lucide-static/icons/sun.svg?raw";
import table from "lucide-static/icons/table-2.svg?raw";
import tag from "lucide-static/icons/tag.svg?raw";
import trash from "lucide-static/icons/trash-2.svg?raw";
import alert from "lucide-static/icons/triangle-alert.svg?raw";
import undo from "lucide-static/icons/undo-2.svg?raw";
import upload from "lucide-static/icons/upload.svg?raw";
import users from "lucide-static/icons/users.svg?raw";
import sparkles from "lucide-static/icons/wand-sparkles.svg?raw";
import close from "lucide-static/icons/x.svg?raw";
import type { nodeKinds } from "../../model/kinds.ts";

type KindIcon = (typeof nodeKinds)[keyof typeof nodeKinds]["icon"];

const kindIcons = {
  "book-open": bookOpen,
  "building-2": building,
  calendar,
  "circle-help": circleHelp,
  "door-open": doorOpen,
  "graduation-cap": graduationCap,
  network,
  package: packageIcon,
  sprout,
  tag,
  users,
} satisfies Record<KindIcon, string>;

const files = {
  ...kindIcons,
  alert,
  align,
  "arrow-down": arrowDown,
  "arrow-right": arrowRight,
  "arrow-up": arrowUp,
  "arrow-up-down": arrowUpDown,
  bookmark,
  chart,
  check,
  chevron,
  close,
  copy,
  database,
  download,
  duplicate,
  "external-link": externalLink,
  "eye-off": eyeOff,
  frame,
  history,
  image,
  lasso,
  list,
  mail,
  maximize,
  minus,
  monitor,
  moon,
  panelLeft,
  panelRight,
  play,
  plus,
  printer,
  redo,
  route,
  search,
  share,
  sparkles,
  square,
  sun,
  table,
  trash,
  undo,
  upload,
};
export type IconName = keyof typeof files;

const drawing = (file: string) => file.slice(file.indexOf(">", file.indexOf("<svg")) + 1, file.lastIndexOf("</svg>"));

/** The lines of each icon (Lucide, ISC), in a square of 24 by 24, without the svg around them. */
export const iconLines = Object.fromEntries(Object.entries(files).map(([name, file]) => [name, drawing(file)])) as Record<
  IconName,
  string
>;
