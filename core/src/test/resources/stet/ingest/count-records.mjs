// Counts the records of WARC files by type with npm's warcio: one line of JSON a file.
import fs from "node:fs";

const { WARCParser } = await import(process.argv[2] + "/node_modules/warcio/dist/index.js");
for (const file of process.argv.slice(3)) {
  const types = {};
  let error = "";
  try {
    for await (const record of new WARCParser(fs.createReadStream(file))) {
      // Where heads end with bare line feeds, it takes several records for one, and lists all types.
      for (const type of (record.warcType || "none").split(", ")) {
        types[type] = (types[type] || 0) + 1;
      }
      await record.readFully(false);
    }
  } catch (e) {
    error = e.message;
  }
  console.log(JSON.stringify({ file, types, error }));
}
