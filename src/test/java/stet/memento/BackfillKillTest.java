package stet.memento;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.OwnProcess;
import stet.ingest.warc.Records;
import stet.timeline.Timeline;
import stet.track.Collection;
import stet.track.CollectionFolder;
import stet.track.CollectionWriter;

/** A backfill that is killed half-way is finished by starting it again, at the same slow pace. */
class BackfillKillTest {
  private static final String URL = "https://quellmund.example/crane";
  private static final int CAPTURES = 6;

  @TempDir Path dir;

  private Process start(Path home, List<String> pages) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("backfill", "--home", home.toString(), "--from", "fictional"));
    command.addAll(pages);
    return OwnProcess.stet(command.toArray(String[]::new))
        .redirectErrorStream(true)
        .redirectOutput(dir.resolve("out").toFile())
        .start();
  }

  @Test
  void nothingIsFetchedTwiceAndThePaceIsKept() throws IOException, InterruptedException {
    Path home = dir.resolve("home");
    new CollectionFolder(home).make();
    CountDownLatch half = new CountDownLatch(1);
    try (LoopbackArchive archive = new LoopbackArchive()) {
      Files.writeString(
          home.resolve("stet.toml"),
          "[archive.fictional]\nname = \"Fictional archive\"\ntimemap = \""
              + archive.base()
              + "/map\"\nraw = \""
              + archive.base()
              + "/raw/{time}id_/{url}\"\nprivate = \"yes\"\n");
      StringBuilder map = new StringBuilder("<" + URL + ">; rel=\"original\"");
      for (int day = 1; day <= CAPTURES; day++) {
        String time = "0" + day + " Mar 2026 10:00:00 GMT";
        String weekday = List.of("Sun", "Mon", "Tue", "Wed", "Thu", "Fri").get(day - 1);
        map.append(",\n<x>; rel=\"memento\"; datetime=\"" + weekday + ", " + time + "\"");
        archive.put(
            "/raw/2026030" + day + "100000id_/" + URL,
            LoopbackArchive.Answer.memento(
                URL, weekday + ", " + time, Records.bytes(Records.story("Crane", day + "."))));
      }
      archive.put("/map", LoopbackArchive.Answer.text(200, map.toString()));
      archive.gate(
          path -> {
            // The fourth capture is asked for and never answered: there the process is killed.
            if (path.contains("20260304") && half.getCount() > 0) {
              half.countDown();
              Thread.sleep(60_000);
            }
          });
      Process first = start(home, List.of(URL));
      assertThat(half.await(2, TimeUnit.MINUTES)).isTrue();
      first.destroyForcibly().waitFor();
      Process second = start(home, List.of(URL));
      assertThat(second.waitFor(3, TimeUnit.MINUTES)).isTrue();
      assertThat(second.exitValue()).as(Files.readString(dir.resolve("out"))).isZero();

      List<String> fetched = new ArrayList<>(archive.answered());
      fetched.removeIf(p -> !p.startsWith("/raw/"));
      assertThat(fetched).hasSize(CAPTURES).hasSameSizeAs(new TreeSet<>(fetched));
      assertPace(archive.times(), 1);
    }
    try (CollectionWriter writer =
        CollectionWriter.open(home, Clock.systemUTC(), Duration.ofSeconds(5))) {
      Timeline timeline = writer.collection().timelines().all().next();
      assertThat(timeline.versions()).hasSize(CAPTURES);
      assertThat(timeline.versions().get(0).first().source()).isEqualTo("memento fictional");
    }
  }

  /** Pages of which a memento was recorded, and the recording. */
  private static final Map<String, String> PAGES =
      new TreeMap<>(
          Map.of(
              "http://fws.gov/ 20171124143728",
              "test_get_memento_returns_memento_with_accurate_url",
              "http://www.nasa.gov/ 19961231235847",
              "tutorial",
              "https://www.fws.gov/birds/ 20171124151315",
              "test_get_memento_with_archive_url",
              "https://www.whitehouse.gov/administration/eop/ostp/about/student/faqs"
                  + " 20201027215555",
              "test_get_memento_with_path_based_redirects"));

  @Test
  void anArchiveOfRecordedAnswersIsTakenInToTheLast() throws IOException, InterruptedException {
    Path home = dir.resolve("home");
    new CollectionFolder(home).make();
    CountDownLatch half = new CountDownLatch(1);
    List<String> pages = new ArrayList<>();
    try (LoopbackArchive archive = new LoopbackArchive()) {
      for (Map.Entry<String, String> page : PAGES.entrySet()) {
        String[] of = page.getKey().split(" ");
        pages.add(of[0]);
        Recordings.play(page.getValue(), archive);
        archive.put("/list?" + of[0], Recordings.listOf(of[0], of[1]));
      }
      Files.writeString(
          home.resolve("stet.toml"),
          "[archive.fictional]\nname = \"Recorded answers\"\ncdx = \""
              + archive.base()
              + "/list?{url}\"\nraw = \""
              + archive.base()
              + "/web/{time}id_/{url}\"\nprivate = \"yes\"\n");
      archive.gate(
          path -> {
            // The third page's memento is asked for and never answered: there the process is
            // killed.
            if (path.startsWith("/web/") && path.contains("birds") && half.getCount() > 0) {
              half.countDown();
              Thread.sleep(60_000);
            }
          });
      Process first = start(home, pages);
      assertThat(half.await(2, TimeUnit.MINUTES)).isTrue();
      first.destroyForcibly().waitFor();
      Process second = start(home, pages);
      assertThat(second.waitFor(3, TimeUnit.MINUTES)).isTrue();
      assertThat(second.exitValue()).as(Files.readString(dir.resolve("out"))).isZero();

      List<String> fetched = new ArrayList<>(archive.answered());
      fetched.removeIf(p -> !p.startsWith("/web/"));
      // Three pages, and one that leads by two redirects to another page, which is not kept.
      assertThat(fetched).hasSize(6).hasSameSizeAs(new TreeSet<>(fetched));
      // The two steps of the redirect follow at once.
      assertPace(archive.times(), 1 + 2);
    }
    try (Collection collection = Collection.open(home)) {
      List<String> kept = new ArrayList<>();
      collection.timelines().all().forEachRemaining(t -> kept.add(t.article().uri()));
      assertThat(kept).containsExactlyElementsOf(new TreeSet<>(pages.subList(0, 3)));
    }
  }

  /**
   * Two seconds lie between two requests of one run, less what a busy machine delays the first of
   * them; the kill lies between two runs.
   */
  private static void assertPace(List<Long> times, int allowed) {
    int quick = 0;
    for (int i = 1; i < times.size(); i++) {
      quick += times.get(i) - times.get(i - 1) < 1_500_000_000L ? 1 : 0;
    }
    assertThat(quick).isLessThanOrEqualTo(allowed);
  }
}
