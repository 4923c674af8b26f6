package stet.app.follow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.app.CollectionHome;
import stet.app.ImportListener;
import stet.capture.Capture;
import stet.capture.CaptureSource;
import stet.capture.Payload;
import stet.ingest.Found;
import stet.track.Accepted;
import stet.track.CollectionWriter;

/** Archives are read while they grow, break off, and are other ones than before. */
class FollowedArchiveTest implements ImportListener {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-14T06:00:00Z"), ZoneOffset.UTC);

  @TempDir Path dir;
  private final List<String> log = new ArrayList<>();
  private CollectionHome worker;
  private CollectionHome indexer;
  private int captures;

  @BeforeEach
  void make() throws IOException {
    worker = new CollectionHome(dir.resolve("worker"));
    indexer = new CollectionHome(dir.resolve("indexer"));
    worker.make();
    indexer.make();
  }

  /** The worker archives as many captures. */
  private void archive(int many) throws IOException {
    List<Capture> batch = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      batch.add(capture(captures++));
    }
    try (CollectionWriter writer = worker.openForWriting(CLOCK)) {
      writer.tracker().accept(batch);
    }
  }

  private static Capture capture(int number) {
    String html =
        "<html lang=\"en\"><body><article><h1>Bridge shut</h1><p>The bridge of the fictional Port"
            + " Alder was shut on Saturday, the port said, for the "
            + number
            + "th time since it was built, and nobody was surprised.</p><p>Ferries will run every"
            + " twenty minutes from dawn until the inspection has ended.</p></article></body></html>";
    return new Capture(
        "https://courier.example/bridge",
        CLOCK.instant().plusSeconds(60L * number),
        0,
        "text/html",
        Payload.of(html.getBytes(UTF_8)),
        new CaptureSource.Live("https://courier.example/bridge"));
  }

  private Path file() throws IOException {
    try (var files = Files.list(worker.folder().resolve("snapshots"))) {
      return files.filter(f -> f.toString().endsWith(".warc.gz")).findFirst().orElseThrow();
    }
  }

  private FollowRun.Result look() throws Exception {
    return new FollowRun(
            indexer, CLOCK, List.of(worker.folder()), this, log::add, () -> log.add("news"))
        .run(Duration.ZERO);
  }

  private int versions() {
    try (var collection = indexer.open()) {
      return collection.timelines().all().next().versions().size();
    }
  }

  @Test
  void whatGrewIsTakenInOnce() throws Exception {
    archive(3);
    assertThat(look()).isEqualTo(new FollowRun.Result(3, 0));
    assertThat(look()).isEqualTo(new FollowRun.Result(0, 0));
    archive(2);
    assertThat(look()).isEqualTo(new FollowRun.Result(2, 0));
    assertThat(versions()).isEqualTo(5);
    assertThat(log).containsExactly("news", "news");
  }

  @Test
  void anUnfinishedRecordWaitsUntilItIsWhole() throws Exception {
    archive(2);
    long before = Files.size(file());
    archive(1);
    byte[] whole = Files.readAllBytes(file());
    for (int missing : new int[] {1, 20, (int) (whole.length - before) - 1}) {
      Files.write(file(), Arrays.copyOf(whole, whole.length - missing));
      look();
      assertThat(versions()).as("without %d bytes", missing).isEqualTo(2);
    }
    Files.write(file(), whole);
    assertThat(look().added()).isEqualTo(1);
    assertThat(versions()).isEqualTo(3);
    assertThat(log).containsOnly("news");
  }

  @Test
  void aFileThatLostItsEndAndGrewAgainIsReadFromItsBeginning() throws Exception {
    archive(2);
    byte[] shorter = Files.readAllBytes(file());
    archive(1);
    byte[] lost = Files.readAllBytes(file());
    assertThat(look().added()).isEqualTo(3);
    // Another record of the very same length where the lost one was.
    byte[] other = lost.clone();
    Files.write(file(), shorter);
    assertThat(look()).isEqualTo(new FollowRun.Result(0, 2));
    Files.write(file(), other);
    assertThat(look()).isEqualTo(new FollowRun.Result(0, 1));
    assertThat(versions()).isEqualTo(3);
  }

  @Test
  void damageIsToldAndTheRestTakenIn() throws Exception {
    archive(1);
    int first = (int) Files.size(file());
    archive(2);
    byte[] bytes = Files.readAllBytes(file());
    bytes[first + 60] ^= 1;
    Files.write(file(), bytes);
    assertThat(look().added()).isEqualTo(2);
    assertThat(log.get(0)).contains("passed over");
  }

  @Test
  void aFolderMayComeToBeLater() throws Exception {
    archive(1);
    Path later = dir.resolve("later");
    FollowRun run =
        new FollowRun(indexer, CLOCK, List.of(later), this, log::add, () -> log.add("news"));
    assertThat(run.run(Duration.ZERO).added()).isZero();
    Files.move(worker.folder(), later);
    assertThat(run.run(Duration.ZERO).added()).isEqualTo(1);
    assertThat(log)
        .containsExactly(
            "'" + later + "' is not there yet; it is looked for again and again", "news");
  }

  @Override
  public void recovered(CollectionWriter.Recovery recovery) {}

  @Override
  public void timedByFile(List<String> names) {}

  @Override
  public void refused(Found.Refused refused) {
    log.add("refused");
  }

  @Override
  public void accepted(String subject, Accepted accepted) {}

  @Override
  public void committed(int many) {}
}
