// Push and pull of small documents between a PouchDB and a pouchdb-server, both on LevelDB, over loopback.
// node pouchdb_pair.js SERVER_URL FOLDER DOCUMENTS -> one line of JSON with documents a second.
const PouchDB = require("pouchdb-node");

const [url, folder, documents] = process.argv.slice(2);
const COUNT = Number(documents);
// The best that was found by trial, beside what PouchDB takes unasked (100 and 10).
const BEST = { batch_size: 2000, batches_limit: 2 };

function someDocuments(prefix) {
  const filling = "x".repeat(500);
  return Array.from({ length: COUNT }, (_, place) => ({
    _id: `${prefix}${String(place).padStart(6, "0")}`, first_name: "Jane", phone: String(place), filling,
  }));
}

async function perSecond(act) {
  const started = process.hrtime.bigint();
  await act();
  return COUNT / (Number(process.hrtime.bigint() - started) / 1e9);
}

async function main() {
  const result = {};
  for (const [name, options] of Object.entries({ best: BEST, unasked: {} })) {
    const local = new PouchDB(`${folder}/local-${name}`);
    await local.bulkDocs(someDocuments(name));
    const remote = new PouchDB(`${url}/${name}`);
    result[`push_${name}`] = await perSecond(() => local.replicate.to(remote, options));
    const empty = new PouchDB(`${folder}/empty-${name}`);
    result[`pull_${name}`] = await perSecond(() => empty.replicate.from(remote, options));
    const counts = [(await remote.info()).doc_count, (await empty.info()).doc_count];
    if (counts.some((count) => count !== COUNT)) throw new Error(`not all arrived: ${counts}`);
  }
  console.log(JSON.stringify(result));
}

main().then(() => process.exit(0), (error) => { console.error(error); process.exit(1); });
