package stet.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.watch.store.WatchStore;

/** Several who open a file that is not there yet all get it. */
class MigratedAtOnceTest {
  private static final int AT_ONCE = 4;

  @TempDir Path dir;

  @Test
  void allOfThemOpenIt() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      for (int round = 0; round < 5; round++) {
        Path file = dir.resolve("watch" + round + ".db");
        CountDownLatch begin = new CountDownLatch(1);
        List<Future<Integer>> opened = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
          opened.add(
              threads.submit(
                  () -> {
                    begin.await();
                    try (WatchStore store = WatchStore.open(file)) {
                      return store.feeds().size();
                    }
                  }));
        }
        begin.countDown();
        for (Future<Integer> one : opened) {
          assertThat(one.get()).isZero();
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
