// Stars that wait for the network: one wish a proposal, in IndexedDB.
const open = () => new Promise((done, failed) => {
  const asked = indexedDB.open("eventops-board", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("stars", { keyPath: "proposal" });
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
});

async function on(mode, act) {
  const database = await open();
  try {
    return await new Promise((done, failed) => {
      const asked = act(database.transaction("stars", mode).objectStore("stars"));
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => failed(asked.error);
    });
  } finally {
    database.close();
  }
}

export const add = (wish) => on("readwrite", (stars) => stars.put({ ...wish, at: Date.now() }));
export const all = () => on("readonly", (stars) => stars.getAll());
export const remove = (proposal) => on("readwrite", (stars) => stars.delete(proposal));
