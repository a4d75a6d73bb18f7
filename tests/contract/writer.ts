/** `writer.ts <file> <from>`: writes pairs, each in one go, and says the number of each that was written. It never ends by itself. */
import { openGrafeo } from "../../server/store/grafeo/store.ts";

const [path = "", from = "0"] = process.argv.slice(2);
const store = await openGrafeo(path);
for (let number = Number(from); ; number++) {
  const cypher = "CREATE (:Entity {id: $id, number: $number})";
  const pair = ["a", "b"].map((part) => ({ cypher, params: { id: `${number}${part}`, number } }));
  await store.write(pair);
  console.log(number);
}
