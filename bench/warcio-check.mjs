// Reads WARC files with warcio and checks each record: it parses, its digests match, and the payload of
// each response is what the server said it sent (field X-Digest of the response). Exit 1 on a difference.
// Usage: node warcio-check.mjs WARCIO_MODULE EXPECTED_JSON FILE...
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

const [, , module, expectedJson, ...files] = process.argv;
const { AsyncIterReader, WARCParser } = await import(module);
const expected = JSON.parse(expectedJson);
const sha256 = (bytes) => "sha256:" + createHash("sha256").update(bytes).digest("hex");
const types = {};
let differences = 0;
let confirmed = 0;
let identical = 0;
let redirects = 0;
let sent = 0;
let failures = 0;
const captures = new Set();
const described = [];

function differs(record, what, is, should) {
  differences++;
  console.log(`${record.warcType} ${record.warcTargetURI}: ${what} is ${is}, not ${should}`);
}

// A metadata record stands for a missing answer, or beside an answer and says how it was fetched.
function checkMetadata(record, block) {
  if (record.warcType === "response" || record.warcType === "revisit") {
    captures.add(record.warcHeader("WARC-Record-ID"));
  }
  if (record.warcType !== "metadata") {
    return;
  }
  if (record.warcHeader("Stet-Failure")) {
    failures++;
    return;
  }
  const text = Buffer.from(block).toString("latin1");
  described.push(record.warcHeader("WARC-Concurrent-To"));
  if (!/^fetchTimeMs: \d+\r\n(via: http\S+\r\n)?$/.test(text)) {
    differs(record, "metadata", JSON.stringify(text), "fetchTimeMs and via");
  }
}

// The block as it lies in the file: warcio does not look into it.
async function checkBlocks(file) {
  for await (const record of new WARCParser(createReadStream(file), { parseHttp: false })) {
    const block = await record.readFully(false);
    types[record.warcType] = (types[record.warcType] ?? 0) + 1;
    checkMetadata(record, block);
    if (block.length !== record.warcContentLength) {
      differs(record, "length", block.length, record.warcContentLength);
    }
    const stated = record.warcBlockDigest;
    if (record.warcType !== "warcinfo" && !stated) {
      differs(record, "block digest", "missing", "there");
    }
    if (stated && sha256(block) !== stated) {
      differs(record, "block digest", sha256(block), stated);
    }
  }
}

// The payload as warcio understands the HTTP message, its transfer coding undone.
async function checkPayloads(file) {
  for await (const record of new WARCParser(createReadStream(file))) {
    if (record.warcType === "revisit") {
      const notModified = record.warcHeader("WARC-Profile").endsWith("/server-not-modified");
      notModified ? confirmed++ : identical++;
      const status = record.httpHeaders?.statusCode;
      if (notModified !== (status === 304)) {
        differs(record, "status", status, notModified ? 304 : "200");
      }
    }
    if (record.warcType !== "response") {
      continue;
    }
    const body = await record.readFully(false);
    const headers = record.httpHeaders.headers;
    const chunked = headers.get("Transfer-Encoding") === "chunked";
    const payload = await new AsyncIterReader([body], null, chunked).readFully();
    if (sha256(payload) !== record.warcPayloadDigest) {
      differs(record, "payload digest", sha256(payload), record.warcPayloadDigest);
    }
    if (record.httpHeaders.statusCode === 302) {
      redirects++;
      continue;
    }
    sent++;
    if (sha256(payload) !== "sha256:" + headers.get("X-Digest")) {
      differs(record, "payload", sha256(payload), headers.get("X-Digest"));
    }
  }
}

for (const file of files) {
  await checkBlocks(file);
  await checkPayloads(file);
}
const found = { responses: sent, redirects, confirmed, identical, failures };
if (new Set(described).size !== captures.size || described.some((id) => !captures.has(id))) {
  differences++;
  console.log(`${described.length} metadata records do not describe ${captures.size} captures, one each`);
}
for (const [what, count] of Object.entries(expected)) {
  if (found[what] !== count) {
    differences++;
    console.log(`${what}: ${found[what]}, not ${count}`);
  }
}
console.log(`records: ${JSON.stringify(types)}`);
console.log(`${JSON.stringify(found)}: ${differences} differences`);
process.exit(differences === 0 ? 0 : 1);
