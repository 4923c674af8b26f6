package stet.watch.queue;

import java.util.Optional;
import stet.postgres.PostgresServer;
import stet.watch.store.WatchStore;

class SharedQueueTest extends WatchStoreContract {
  @Override
  WatchStore opened() throws Exception {
    return WatchStore.open(dir.resolve(WatchStore.FILE), Optional.of(PostgresServer.database()));
  }
}
