package stet.track;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.OwnProcess;
import stet.timeline.Marks;

/** Many read one state each of a collection while another writes, rebuilds or is not allowed to. */
class CollectionReadersTest {
  private static final int THREADS = 8;

  /** In ms; a reader waits for nobody, and this is what a stopped Java may take. */
  private static final double LONGEST_WAIT = 250;

  @TempDir Path home;

  private CollectionReaders readers(int most) {
    return CollectionReaders.of(home, most, () -> Marks.NONE);
  }

  private void add(String uri) throws IOException {
    try (CollectionWriter writer = CollectionWriter.open(home, Clock.systemUTC(), Duration.ZERO)) {
      writer.tracker().accept(List.of(Pages.story(uri, 0, "A crack was found in a pier.")));
    }
  }

  /** {@code bench/readers} lets them run for a minute. */
  private static Duration time() {
    return Duration.ofSeconds(Integer.getInteger("stet.readers.seconds", 3));
  }

  @Test
  void eightReadWhileAnImportOfThisProcessWrites() throws Exception {
    new CollectionFolder(home).make();
    AtomicBoolean stopped = new AtomicBoolean();
    ExecutorService writing = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> written = writing.submit(() -> ReadersRun.write(home, stopped::get));
      SnapshotReader.Outcome outcome = readAll();
      stopped.set(true);
      assertThat(written.get(1, TimeUnit.MINUTES)).isPositive();
      report("an import of this process", outcome, written.get());
    } finally {
      stopped.set(true);
      writing.shutdown();
    }
  }

  @Test
  void eightReadWhileAnImportOfAnotherProcessWrites() throws Exception {
    new CollectionFolder(home).make();
    Process writing =
        OwnProcess.java(ReadersRun.class.getName(), home.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      SnapshotReader.Outcome outcome = readAll();
      writing.getOutputStream().close();
      String written = new String(writing.getInputStream().readAllBytes(), UTF_8).strip();
      assertThat(writing.waitFor()).isZero();
      report("an import of another process", outcome, Integer.parseInt(written));
    } finally {
      writing.destroyForcibly();
    }
  }

  private SnapshotReader.Outcome readAll() throws Exception {
    SnapshotReader reader = new SnapshotReader();
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try (CollectionReaders readers = readers(THREADS)) {
      awaitCaptures(readers);
      CyclicBarrier start = new CyclicBarrier(THREADS);
      List<Callable<SnapshotReader.Outcome>> threads = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        long seed = i;
        threads.add(() -> reader.read(readers, start, seed, time()));
      }
      SnapshotReader.Outcome all = SnapshotReader.Outcome.NONE;
      for (Future<SnapshotReader.Outcome> one : pool.invokeAll(threads)) {
        all = all.and(one.get());
      }
      return all;
    } finally {
      pool.shutdown();
    }
  }

  private static void awaitCaptures(CollectionReaders readers) throws InterruptedException {
    for (int tries = 0; tries < 1_000; tries++) {
      try (Collection snapshot = readers.lease()) {
        if (snapshot.captures().count() > 0) {
          return;
        }
      }
      Thread.sleep(20);
    }
  }

  private void report(String writer, SnapshotReader.Outcome outcome, int captures)
      throws IOException {
    System.getLogger(CollectionReadersTest.class.getName())
        .log(
            System.Logger.Level.INFO,
            String.format(
                Locale.ROOT,
                "beside %s of %,d captures: %,d snapshots, 0 errors; longest wait for a snapshot"
                    + " %.1f ms, until it was had %.1f ms, until all was asked of it %.1f ms;"
                    + " longest log %,d bytes",
                writer,
                captures,
                outcome.snapshots(),
                outcome.leaseWait(),
                outcome.lease(),
                outcome.answer(),
                outcome.log()));
    assertThat(outcome.snapshots()).isGreaterThan(THREADS);
    assertThat(outcome.leaseWait()).isLessThan(LONGEST_WAIT);
    try (Collection whole = Collection.open(home)) {
      assertThat(whole.captures().count()).isEqualTo(captures);
      assertThat(whole.verify(Audit.Level.STRUCTURE, Progress.NONE).findings()).isEmpty();
    }
  }

  @Test
  void aSnapshotStaysWhatItWasAndTheNextIsNew() throws IOException {
    new CollectionFolder(home).make();
    add(Pages.BRIDGE);
    try (CollectionReaders readers = readers(2)) {
      try (Collection before = readers.lease()) {
        assertThat(before.timelines().count()).isEqualTo(1);
        add("https://portaldercourier.example/ferry");
        assertThat(before.timelines().count()).isEqualTo(1);
        assertThat(before.timelines().find("https://portaldercourier.example/ferry")).isEmpty();
        try (Collection after = readers.lease()) {
          assertThat(after.timelines().count()).isEqualTo(2);
        }
      }
      try (Collection again = readers.lease()) {
        assertThat(again.timelines().count()).isEqualTo(2);
      }
    }
  }

  @Test
  void aRebuiltCollectionIsReadInsteadOfTheOldOne() throws IOException {
    new CollectionFolder(home).make();
    add(Pages.BRIDGE);
    try (CollectionReaders readers = readers(2);
        Collection old = readers.lease()) {
      String identity = old.timelines().changes().origin();
      Rebuilder.rebuild(home, Duration.ZERO, Progress.NONE);
      assertThat(old.timelines().changes().origin()).isEqualTo(identity);
      add("https://portaldercourier.example/ferry");
      try (Collection fresh = readers.lease()) {
        assertThat(fresh.timelines().changes().origin()).isNotEqualTo(identity);
        assertThat(fresh.timelines().count()).isEqualTo(2);
      }
    }
  }

  @Test
  void whoGetsNoTurnIsToldSo() throws IOException {
    new CollectionFolder(home).make();
    try (CollectionReaders readers = readers(1);
        Collection only = readers.lease()) {
      assertThat(only.timelines().count()).isZero();
      assertThatThrownBy(readers::lease)
          .isInstanceOfSatisfying(
              CollectionException.class,
              e -> assertThat(e.problem()).isEqualTo(CollectionException.Problem.LOCKED))
          .hasMessageContaining("all 1 readers are busy");
    }
  }

  @Test
  void closedReadersLendNothingAndWhatIsLentMayBeReadToItsEnd() throws IOException {
    new CollectionFolder(home).make();
    add(Pages.BRIDGE);
    CollectionReaders readers = readers(1);
    try (Collection lent = readers.lease()) {
      readers.close();
      assertThat(lent.timelines().count()).isEqualTo(1);
    }
    assertThatThrownBy(readers::lease).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aSnapshotCannotBeVerified() throws IOException {
    new CollectionFolder(home).make();
    try (CollectionReaders readers = readers(1);
        Collection lent = readers.lease()) {
      assertThatThrownBy(() -> lent.verify(Audit.Level.STRUCTURE, Progress.NONE))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
