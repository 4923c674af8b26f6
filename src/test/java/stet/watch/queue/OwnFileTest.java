package stet.watch.queue;

import stet.watch.store.WatchStore;

class OwnFileTest extends WatchStoreContract {
  @Override
  WatchStore opened() {
    return WatchStore.open(dir.resolve(WatchStore.FILE));
  }
}
